import type { CurrentState } from '../nmstateTypes';
import { plumbNode } from './plumbNode';

const NODE: CurrentState = {
  interfaces: [
    { name: 'br-vms', type: 'ovs-bridge', state: 'up', bridge: { port: [{ name: 'ens224' }] } },
    { name: 'ens224', type: 'ethernet', state: 'up', controller: 'br-vms' },
  ],
  ovn: {
    'bridge-mappings': [
      { localnet: 'shared', bridge: 'br-vms' },
      { localnet: 'lost', bridge: 'nowhere' },
    ],
  },
};

const network = (name: string, physicalNetworkName: string) => ({ name, physicalNetworkName });
const plumb = (current: CurrentState, ...localnets: ReturnType<typeof network>[]) =>
  plumbNode(current, { localnets, bridges: [] });
const portsOf = (state: CurrentState, bridge: string) =>
  state.interfaces.find(({ name }) => name === bridge)?.bridge?.port?.map(({ name }) => name);
const find = (state: CurrentState, wanted: string) =>
  state.interfaces.find(({ name }) => name === wanted);

test('A.9: "-" and "/" of a network name become dots in its patch ports', () => {
  const after = plumb(NODE, network('ns1/vlan-5', 'shared'));
  expect(find(after, 'patch-ns1.vlan.5_ovn_localnet_port-to-br-int')).toMatchObject({
    type: 'ovs-interface',
    state: 'ignore',
    controller: 'br-vms',
    patch: { peer: 'patch-br-int-to-ns1.vlan.5_ovn_localnet_port' },
  });
});

test('A.9: two names that differ in those characters only share one port (NAD-007)', () => {
  const after = plumb(NODE, network('vlan-5', 'shared'), network('vlan.5', 'shared'));
  expect(portsOf(after, 'br-vms')).toEqual(['ens224', 'patch-vlan.5_ovn_localnet_port-to-br-int']);
});

test('B.1: many networks share a mapping, each with a patch port of its own', () => {
  const after = plumb(NODE, network('a', 'shared'), network('b', 'shared'));
  expect(portsOf(after, 'br-vms')).toEqual([
    'ens224',
    'patch-a_ovn_localnet_port-to-br-int',
    'patch-b_ovn_localnet_port-to-br-int',
  ]);
});

test.each([
  ['whose mapping names a bridge that is not there (NODE-002)', 'lost'],
  ['whose mapping is not on the node', 'unmapped'],
  ['whose mapping differs in a capital', 'Shared'],
])('B.1: a network %s gets no patch port and no error', (_what, physical) => {
  expect(plumb(NODE, network('a', physical))).toEqual(NODE);
});

test('A.3.2: with the last VM of a network its ports go, those of others stay', () => {
  const both = plumb(NODE, network('a', 'shared'), network('b', 'shared'));
  expect(plumb(both, network('b', 'shared'))).toEqual(plumb(NODE, network('b', 'shared')));
  expect(plumb(both)).toEqual(NODE);
});

const onBridge = (current: CurrentState, ...ids: readonly string[]) =>
  plumbNode(current, {
    localnets: [],
    bridges: ids.map((id) => ({ id, bridge: 'br1', vlan: 100 })),
  });

test('A.4.4: the bridge CNI makes a bridge that is missing, without an uplink, and leaves it (NAD-016)', () => {
  const after = onBridge(NODE, 'ns/vm/net1');
  const bridge = find(after, 'br1');
  expect(bridge).toMatchObject({ type: 'linux-bridge', state: 'up' });
  expect(bridge?.bridge?.port).toMatchObject([{ vlan: { mode: 'access', tag: 100 } }]);
  const [port] = portsOf(after, 'br1') ?? [];
  expect(find(after, port ?? '')).toMatchObject({ type: 'veth', controller: 'br1' });
  expect(portsOf(onBridge(after), 'br1')).toEqual([]);
});

test('A.4.4: VMs on one bridge have a port each, and plumbing twice is plumbing once', () => {
  const after = onBridge(NODE, 'ns/a/net1', 'ns/b/net1');
  expect(new Set(portsOf(after, 'br1')).size).toBe(2);
  expect(onBridge(after, 'ns/a/net1', 'ns/b/net1')).toEqual(after);
});
