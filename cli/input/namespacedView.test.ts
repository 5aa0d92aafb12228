import { snapshotOf } from '../../src/cluster/snapshotOf';
import { namespacedView } from './namespacedView';

const nad = {
  apiVersion: 'k8s.cni.cncf.io/v1',
  kind: 'NetworkAttachmentDefinition',
  metadata: { name: 'vlan-100', namespace: 'red' },
  spec: { config: '{}' },
};
const vm = {
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'a', namespace: 'blue' },
};
const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'red' } };

describe('namespacedView', () => {
  test('a dump of projects covers only the namespaces that occur in it', () => {
    const view = namespacedView(snapshotOf([nad, vm]));
    expect(view.nads.namespaces).toEqual(['blue', 'red']);
    expect(view.vms.namespaces).toEqual(['blue', 'red']);
    expect(view.nads.items.size).toBe(1);
    expect(view.nodes.state).toBe('absent');
    expect(view.nodes.namespaces).toBeUndefined();
  });

  test.each([
    ['an object', [nad, namespace]],
    ['an empty list', [nad, { apiVersion: 'v1', kind: 'NodeList', items: [] }]],
  ])('%s of a cluster-scoped kind shows that the whole cluster was read', (_what, objects) => {
    const snapshot = snapshotOf(objects);
    expect(namespacedView(snapshot)).toBe(snapshot);
  });
});
