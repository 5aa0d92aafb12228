import { readMeta } from './readMeta';

const meta = (fields: object) => readMeta({ metadata: { name: 'x', ...fields } });

describe('readMeta', () => {
  test('keeps the annotations that the product reads, and all labels', () => {
    const annotations = {
      'kubectl.kubernetes.io/last-applied-configuration': '{}',
      'k8s.ovn.org/network-id': '7',
      'k8s.v1.cni.cncf.io/resourceName': 'r',
      description: 'd',
      'argocd.argoproj.io/tracking-id': 't',
      'vm-networks/job': 'j',
      'nmstate.io/x': 3,
    };
    expect(meta({ annotations, labels: { a: 'b', c: 4 } })).toMatchObject({
      annotations: {
        'k8s.ovn.org/network-id': '7',
        'k8s.v1.cni.cncf.io/resourceName': 'r',
        description: 'd',
        'argocd.argoproj.io/tracking-id': 't',
        'vm-networks/job': 'j',
      },
      labels: { a: 'b' },
    });
  });

  test('the newest change of the spec, not of the status', () => {
    const entry = (time: string, part: string) => ({ time, fieldsV1: { [part]: {} } });
    const managedFields = [
      entry('2025-01-02T00:00:00Z', 'f:spec'),
      entry('2025-01-01T00:00:00Z', 'f:spec'),
      entry('2025-01-03T00:00:00Z', 'f:status'),
      entry('never', 'f:spec'),
    ];
    expect(meta({ managedFields })?.specChangedAt).toBe(Date.parse('2025-01-02T00:00:00Z'));
    expect(meta({ managedFields: 'x' })?.specChangedAt).toBeUndefined();
    const creationTimestamp = '2025-02-01T00:00:00Z';
    expect(meta({ managedFields, creationTimestamp })?.specChangedAt).toBe(
      Date.parse(creationTimestamp),
    );
  });

  test.each([[undefined], [{}], [{ metadata: {} }], [{ metadata: { name: '' } }], ['x']])(
    '%j has no name',
    (object) => {
      expect(readMeta(object)).toBeUndefined();
    },
  );
});
