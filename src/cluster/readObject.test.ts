import fc from 'fast-check';
import { healthyCluster } from '../../dev/test/makeClusterHealthy';
import { KIND_KEYS, kindOf, MODELS } from './models';
import { readObject } from './readObject';

/** Any JSON, with the field names that readers look for among the keys. */
const names = [
  'name',
  'namespace',
  'labels',
  'annotations',
  'spec',
  'status',
  'interfaces',
  'bridge',
  'port',
  'options',
  'stp',
  'vlan',
  'trunk-tags',
  'link-aggregation',
  'lldp',
  'neighbors',
  'ovn',
  'bridge-mappings',
  'localnet',
  'routes',
  'running',
  'config',
  'conditions',
  'networks',
  'domain',
  'devices',
  'multus',
  'template',
  'volumes',
  'cloudInitNoCloud',
  'networkData',
  'affinity',
  'currentState',
  'desiredState',
  'containerStatuses',
  'network',
  'topology',
  'ingress',
  'from',
];
const key = fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 4 }));
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined)),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(key, tie('json'), { maxKeys: 5 }),
  ),
}));

/** The object with the value at a path replaced. */
const withValueAt = (object: unknown, path: readonly string[], value: unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const copy: Record<string, unknown> = Array.isArray(object)
    ? (object.slice() as unknown as Record<string, unknown>)
    : { ...(object as Record<string, unknown>) };
  copy[step] = withValueAt(copy[step], rest, value);
  return copy;
};

const pathsOf = (value: unknown): string[][] => {
  if (typeof value !== 'object' || value === null) return [[]];
  const inner = Object.entries(value).flatMap(([step, child]) =>
    pathsOf(child).map((path) => [step, ...path]),
  );
  return [[], ...inner];
};

describe('readObject', () => {
  test('reads every object of a healthy cluster', () => {
    for (const object of healthyCluster()) expect(readObject(object)).toBeDefined();
  });

  test.each(KIND_KEYS)('never throws on any JSON in any field: %s', (kind) => {
    const model = MODELS[kind];
    fc.assert(
      fc.property(json, json, json, (metadata, spec, status) => {
        model.read({ metadata, spec, status });
        model.read({ metadata: { name: 'x', labels: metadata }, spec, status });
        model.read(spec);
      }),
    );
  });

  test('never throws when one value of a real object is anything', () => {
    const places = healthyCluster().flatMap((object) =>
      pathsOf(object).map((path) => ({ object, path })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), json, ({ object, path }, value) => {
        readObject(withValueAt(object, path, value));
      }),
      { numRuns: 2000 },
    );
  });

  test('survives nesting that would overflow a call stack', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`) as unknown;
    const policy = {
      apiVersion: 'nmstate.io/v1',
      kind: 'NodeNetworkConfigurationPolicy',
      metadata: { name: 'deep' },
      spec: { desiredState: { interfaces: [{ name: 'x', deep }] } },
    };
    expect(readObject(policy)?.key).toBe('policies');
  });
});

describe('kindOf', () => {
  test.each([
    ['v1', 'Node', 'nodes'],
    ['nmstate.io/v1beta1', 'NodeNetworkConfigurationPolicy', 'policies'],
    ['config.openshift.io/v1', 'Network', 'clusterNetworks'],
    ['operator.openshift.io/v1', 'Network', 'operatorNetworks'],
    ['kubevirt.io/v1alpha3', 'VirtualMachine', 'vms'],
    ['k8s.cni.cncf.io/v1beta2', 'MultiNetworkPolicy', 'multiNetworkPolicies'],
    ['events.k8s.io/v1', 'Event', 'events'],
    ['v1', 'Event', 'events'],
    ['v1', 'Secret', undefined],
    ['example.com/v1', 'Node', undefined],
  ])('%s %s', (apiVersion, kind, expected) => {
    expect(kindOf(apiVersion, kind)).toBe(expected);
  });
});
