import { cudn, cudnNad, ovnNad, udn } from '../../../dev/test/makeClusterPolicies';
import { vm, vmi } from '../../../dev/test/makeClusterVms';
import type { KubeObject } from '../../cluster/kubeObject';
import { formatText } from '../../cluster/text';
import { buildGraph } from '../../network/buildGraph';
import { clusterWithFreeNic, graphOf } from '../testing';
import { checkClone } from './checkClone';
import { clonedBody } from './clonedBody';
import { cloneSource } from './cloneSource';
import { planClone } from './planClone';
import type { CloneIntent } from './planClone';

const LAN = cudn('lan', { network: { vlan: { mode: 'Access', access: { id: 100 } } } });

const objects = (): readonly KubeObject[] => [
  ...clusterWithFreeNic(),
  LAN,
  cudnNad('lan', 'ns1'),
  vm('ns1/a', { nics: ['lan'] }),
  vm('ns1/b', { nics: ['lan', 'lan'] }),
];

const intentOf = (change: Partial<CloneIntent> = {}): CloneIntent => ({
  jobId: 'job-1',
  name: 'lan-2',
  values: { vlan: 200, mtu: 1500, localnet: 'vmdata' },
  nics: [
    { namespace: 'ns1', name: 'a', nic: 'net1' },
    { namespace: 'ns1', name: 'b', nic: 'net1' },
    { namespace: 'ns1', name: 'b', nic: 'net2' },
  ],
  old: 'remove',
  ...change,
});

const setUp = (more: readonly KubeObject[] = []) => {
  const all = [...objects(), ...more];
  const graph = graphOf(all);
  const source = cloneSource(graph, 'network/cluster_udn_lan');
  if (source === undefined) throw new Error('the network is not there');
  const vms = new Map(
    all
      .filter(({ kind }) => kind === 'VirtualMachine')
      .map((one) => [`${String(one.metadata?.namespace)}/${String(one.metadata?.name)}`, one]),
  );
  const plan = (intent: CloneIntent) =>
    planClone(graph, source, intent, new Map([['ClusterUserDefinedNetwork/lan', LAN]]), vms);
  const guards = (intent: CloneIntent) =>
    checkClone(graph, source, intent).map(({ id, level, message }) => [
      id,
      level,
      formatText(message),
    ]);
  return { graph, source, plan, guards };
};

test('the new one is made, the NICs move, and the old one goes when nothing uses it', () => {
  const { steps } = setUp().plan(intentOf());
  expect(steps.map(({ id }) => id)).toEqual([
    'ClusterUserDefinedNetwork/lan-2',
    'VirtualMachine/ns1/a',
    'VirtualMachine/ns1/b',
    'VirtualMachine/ns1/b#net2',
    'ClusterUserDefinedNetwork/lan#delete',
  ]);
  expect(steps[0]?.write).toMatchObject({
    body: {
      metadata: { name: 'lan-2' },
      spec: {
        namespaceSelector: recordAt(LAN, 'namespaceSelector'),
        network: {
          topology: 'Localnet',
          localnet: { physicalNetworkName: 'vmdata', vlan: { access: { id: 200 } } },
        },
      },
    },
  });
  expect(steps.at(-1)?.gate).toMatchObject({ type: 'networkUnused', nads: ['ns1/lan'] });
  // The second NIC of a VM is moved on what the first step leaves of it.
  const [, , first, second] = steps;
  if (first?.write.type !== 'patch' || second?.write.type !== 'patch') throw new Error('no patch');
  expect(second.write.before).toEqual(first.write.after);
});

const recordAt = (object: KubeObject, key: string): unknown =>
  (object.spec as Readonly<Record<string, unknown>>)[key];

test('kept, the old one is not touched', () => {
  const ids = setUp()
    .plan(intentOf({ old: 'keep', nics: [] }))
    .steps.map(({ id }) => id);
  expect(ids).toEqual(['ClusterUserDefinedNetwork/lan-2']);
});

test('nothing stands against a good clone', () => {
  const found = setUp().guards(intentOf());
  expect(found.filter(([, level]) => level === 'block')).toEqual([]);
});

test.each<[string, Partial<CloneIntent>, readonly KubeObject[], string, string]>([
  ['a name that is taken', { name: 'lan' }, [], 'PRE-011', 'is there already'],
  ['a name of a NAD', { name: 'vlan-100' }, [], 'PRE-011', 'is there already'],
  ['a name that is none', { name: 'No Name' }, [], 'NNCP-018', 'lower-case letters'],
  [
    'a VLAN that is none',
    { values: { vlan: 5000, localnet: 'vmdata' } },
    [],
    'NAD-010',
    '1 to 4094',
  ],
  [
    'an MTU that the uplink has not',
    { values: { mtu: 9000, localnet: 'vmdata' } },
    [],
    'NAD-013',
    '9000',
  ],
  ['a localnet that no node maps', { values: { localnet: 'nowhere' } }, [], 'NAD-004', 'nowhere'],
  ['NICs that would stay', { nics: [] }, [], 'PRE-003', '3 VM NICs would stay'],
])('%s blocks', (_what, change, more, id, sentence) => {
  expect(setUp(more).guards(intentOf(change))).toContainEqual([
    id,
    'block',
    expect.stringContaining(sentence),
  ]);
});

test('a VM on the network of default stays there, whatever its project calls by that name', () => {
  const more = [
    cudnNad('lan', 'default'),
    ovnNad('ns2/lan', { config: { name: 'theirs' } }),
    vm('ns2/c', { nics: ['default/lan'] }),
  ];
  const nics = [{ namespace: 'ns2', name: 'c', nic: 'net1' }];
  const { steps } = setUp(more).plan(intentOf({ nics, old: 'keep' }));
  expect(steps.map(({ id }) => id)).toContain('VirtualMachine/ns2/c');
  expect(JSON.stringify(steps.at(-1)?.write)).toContain('"value":"default/lan-2"');
});

test('nodes that nobody can see are not said to lack the localnet', () => {
  const graph = graphOf(objects());
  const source = cloneSource(graph, 'network/cluster_udn_lan');
  if (source === undefined) throw new Error('the network is not there');
  const nodeStates = { state: 'forbidden', items: new Map() } as const;
  const blind = buildGraph({ ...graph.snapshot, nodeStates });
  const found = checkClone(blind, source, intentOf()).filter(({ id }) => id === 'NAD-004');
  expect(found.map(({ message }) => formatText(message))).toEqual([
    'You have no permission to list NodeNetworkStates.',
  ]);
});

test('a running VM is told of as what happens to it', () => {
  const running = vmi('ns1/a', { nics: [{ name: 'net1', nad: 'lan' }] });
  const found = setUp([running]).guards(intentOf());
  expect(found.some(([id, level]) => id === 'PRE-007' && level === 'info')).toBe(true);
});

test('what is no network, a primary one, and a NAD whose definition is not to be seen, are not cloned', () => {
  const { graph } = setUp([udn('ns1/main', { network: { role: 'Primary' } })]);
  expect(cloneSource(graph, 'network/nowhere')).toBeUndefined();
  expect(cloneSource(graph, 'network/ns1_main')).toBeUndefined();
  expect(cloneSource(graph, 'localnet/vmdata')).toBeUndefined();
  const cudns = { state: 'forbidden', items: new Map() } as const;
  const blind = buildGraph({ ...graph.snapshot, cudns });
  expect(cloneSource(blind, 'nad/ns1/lan')).toBeUndefined();
  expect(cloneSource(graph, 'nad/ns1/lan')?.origin.type).toBe('definition');
});

test('of an overlay the VLAN is nobody’s, and what is not asked for stays', () => {
  const source = udn('ns1/net', {});
  const body = clonedBody(source, 'net-2', 'job-1', { mtu: 1300, vlan: 7 });
  const before = source.spec as { layer2: Record<string, unknown> };
  expect(body?.metadata).toMatchObject({ name: 'net-2', namespace: 'ns1' });
  expect(body?.spec).toEqual({ ...before, layer2: { ...before.layer2, mtu: 1300 } });
});
