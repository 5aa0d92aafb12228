import fc from 'fast-check';
import { articleNodes, MACHINE_NETWORK } from '../../scenarios/articleNodes';
import { buildNodeState } from '../../scenarios/buildNodeState';
import type { CurrentState, DesiredInterface, DesiredState } from '../nmstateTypes';
import { plumbNode } from '../ovn/plumbNode';
import { applyDesiredState } from './applyDesiredState';

const node = 'hub-tq2sk-cnv-99zmp';
const plan = {
  nodes: articleNodes(),
  documents: [],
  machineNetwork: MACHINE_NETWORK,
  placement: {},
};
const worker = articleNodes().find(({ name }) => name === node);
if (!worker) throw new Error('the article has this node');
const start = buildNodeState(worker, plan);

function apply(desired: DesiredState, current: CurrentState = start): CurrentState {
  const result = applyDesiredState(current, desired, { node });
  if (!result.ok) throw new Error(result.error);
  return result.state;
}

function refusal(desired: DesiredState, current: CurrentState = start): string {
  const result = applyDesiredState(current, desired, { node });
  return result.ok ? 'accepted' : result.error;
}

const find = (state: CurrentState, name: string, type?: string) =>
  state.interfaces.find((entry) => entry.name === name && (!type || entry.type === type));

const ovs = (port: { name: string }[], more: object = {}): DesiredInterface => ({
  name: 'br-vmdata',
  type: 'ovs-bridge',
  state: 'up',
  bridge: { 'allow-extra-patch-ports': true, port, ...more },
});

const portNames = (state: CurrentState, bridge: string) =>
  find(state, bridge, 'ovs-bridge')?.bridge?.port?.map(({ name }) => name) ??
  find(state, bridge)?.bridge?.port?.map(({ name }) => name);

describe('A.1.3, B.4: partial edit', () => {
  test('interfaces that are not named stay as they are', () => {
    const after = apply({ interfaces: [ovs([{ name: 'ens224' }])] });
    for (const name of ['ens192', 'ens256', 'br-ex', 'ovn-k8s-mp0', 'lo']) {
      expect(find(after, name)).toEqual(find(start, name));
    }
  });

  test('fields of a named interface merge over the present ones', () => {
    const after = apply({ interfaces: [{ name: 'ens256', type: 'ethernet', mtu: 9000 }] });
    expect(find(after, 'ens256')).toEqual({ ...find(start, 'ens256'), mtu: 9000 });
  });

  test('a port list replaces: the NIC that is left out is freed and down', () => {
    const first = apply({ interfaces: [ovs([{ name: 'ens224' }])] });
    const after = apply({ interfaces: [ovs([{ name: 'ens256' }])] }, first);
    expect(portNames(after, 'br-vmdata')).toEqual(['ens256']);
    expect(find(after, 'ens224')).toMatchObject({ state: 'down' });
    expect(find(after, 'ens224')).not.toHaveProperty('controller');
  });

  test('a NIC taken by a second bridge leaves the first one without a word (NNCP-007)', () => {
    const first = apply({ interfaces: [ovs([{ name: 'ens224' }, { name: 'ens256' }])] });
    const other: DesiredInterface = { ...ovs([{ name: 'ens256' }]), name: 'br-two' };
    const after = apply({ interfaces: [other] }, first);
    expect(portNames(after, 'br-vmdata')).toEqual(['ens224']);
    expect(find(after, 'ens256')?.controller).toBe('br-two');
  });

  test('applying twice is applying once, for any choice of ports and mappings', () => {
    const nics = fc.subarray(['ens224', 'ens256'], { minLength: 1 });
    const mappings = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'));
    fc.assert(
      fc.property(nics, mappings, (ports, localnets) => {
        const desired: DesiredState = {
          interfaces: [ovs(ports.map((name) => ({ name })))],
          ovn: {
            'bridge-mappings': localnets.map((localnet) => ({ localnet, bridge: 'br-vmdata' })),
          },
        };
        const once = apply(desired);
        expect(apply(desired, once)).toEqual(once);
      }),
    );
  });
});

describe('A.1.3: OVS bridges', () => {
  test('bridge and internal interface of one name are two entries', () => {
    const after = apply({
      interfaces: [
        ovs([{ name: 'ens224' }, { name: 'br-vmdata' }]),
        { name: 'br-vmdata', type: 'ovs-interface', state: 'up' },
      ],
    });
    expect(find(after, 'br-vmdata', 'ovs-bridge')?.controller).toBeUndefined();
    expect(find(after, 'br-vmdata', 'ovs-interface')?.controller).toBe('br-vmdata');
  });

  test('a misspelt NIC becomes a phantom internal port, and the apply succeeds (NNCP-010)', () => {
    const after = apply({ interfaces: [ovs([{ name: 'ens242' }])] });
    expect(find(after, 'ens242')).toMatchObject({ type: 'ovs-interface', controller: 'br-vmdata' });
  });

  test('without ports an internal interface of the bridge’s name is made', () => {
    const after = apply({ interfaces: [{ name: 'br-empty', type: 'ovs-bridge', state: 'up' }] });
    expect(find(after, 'br-empty', 'ovs-interface')?.controller).toBe('br-empty');
  });

  test.each([
    [false, false],
    [true, true],
    ['false', true],
    [{ enabled: true }, true],
    [{ enabled: false }, false],
  ])('stp %j is read as %s: a string counts as true (NNCP-022)', (stp, enabled) => {
    const after = apply({ interfaces: [ovs([{ name: 'ens224' }], { options: { stp } })] });
    expect(find(after, 'br-vmdata', 'ovs-bridge')?.bridge?.options?.['stp']).toEqual({ enabled });
  });

  test('an OVS bond makes its members ports of the bridge', () => {
    const bond = {
      name: 'bond1',
      'link-aggregation': { mode: 'balance-slb', port: [{ name: 'ens224' }, { name: 'ens256' }] },
    };
    const after = apply({ interfaces: [ovs([bond])] });
    expect(find(after, 'ens224')?.controller).toBe('br-vmdata');
    expect(find(after, 'ens256')?.controller).toBe('br-vmdata');
    expect(find(after, 'bond1')).toBeUndefined();
  });

  const mapped = plumbNode(
    apply({
      interfaces: [ovs([{ name: 'ens224' }])],
      ovn: { 'bridge-mappings': [{ localnet: 'vlan-1924', bridge: 'br-vmdata' }] },
    }),
    { localnets: [{ name: 'vlan-1924', physicalNetworkName: 'vlan-1924' }], bridges: [] },
  );
  const patch = 'patch-vlan.1924_ovn_localnet_port-to-br-int';

  test('allow-extra-patch-ports keeps the OVN patch ports', () => {
    const after = apply({ interfaces: [ovs([{ name: 'ens256' }])] }, mapped);
    expect(portNames(after, 'br-vmdata')).toEqual(['ens256', patch]);
  });

  test('without it a bridge with OVN patch ports fails verification (NNCP-012)', () => {
    const strict: DesiredInterface = { ...ovs([]), bridge: { port: [{ name: 'ens224' }] } };
    expect(refusal({ interfaces: [strict] }, mapped)).toMatch(/^NmstateError: VerificationError/);
  });

  test('B.7: removing the bridge removes internal and patch ports at both ends', () => {
    const after = apply({ interfaces: [{ name: 'br-vmdata', state: 'absent' }] }, mapped);
    expect(after.interfaces.filter(({ name }) => name.includes('vlan.1924'))).toEqual([]);
    expect(find(after, 'br-vmdata')).toBeUndefined();
    expect(find(after, 'ens224')?.state).toBe('down');
  });

  test('B.7: a freed NIC that the same document describes stays up', () => {
    const interfaces = [
      { name: 'br-vmdata', type: 'ovs-bridge', state: 'absent' },
      { name: 'ens224', type: 'ethernet', state: 'up' },
    ];
    expect(find(apply({ interfaces }, mapped), 'ens224')?.state).toBe('up');
  });
});

describe('A.1.3: Linux bridges, bonds, VLANs', () => {
  const bridge = (port: object[]): DesiredInterface => ({
    name: 'br1',
    type: 'linux-bridge',
    state: 'up',
    bridge: { port: port as { name: string }[] },
  });

  test('a port carries the filtering it was given, and none for an empty vlan', () => {
    const trunk = { mode: 'trunk', 'trunk-tags': [{ id: 100 }] };
    const after = apply({
      interfaces: [
        bridge([
          { name: 'ens224', vlan: trunk },
          { name: 'ens256', vlan: {} },
        ]),
      ],
    });
    const ports = find(after, 'br1')?.bridge?.port;
    expect(ports?.[0]?.vlan).toEqual({ 'enable-native': false, ...trunk });
    expect(ports?.[1]).not.toHaveProperty('vlan');
  });

  test('a VLAN interface on a bond under a bridge', () => {
    const after = apply({
      interfaces: [
        bridge([{ name: 'bond1.200', vlan: {} }]),
        { name: 'bond1.200', type: 'vlan', state: 'up', vlan: { 'base-iface': 'bond1', id: 200 } },
        {
          name: 'bond1',
          type: 'bond',
          state: 'up',
          'link-aggregation': { mode: '802.3ad', port: ['ens224', 'ens256'] },
        },
      ],
    });
    expect(find(after, 'ens224')?.controller).toBe('bond1');
    expect(find(after, 'bond1')?.['mac-address']).toBe(find(start, 'ens224')?.['mac-address']);
    expect(find(after, 'bond1.200')?.controller).toBe('br1');
    const removed = apply(
      { interfaces: [{ name: 'bond1', type: 'bond', state: 'absent' }] },
      after,
    );
    expect(find(removed, 'bond1.200')).toBeUndefined();
    expect(portNames(removed, 'br1')).toEqual([]);
    expect(find(removed, 'ens256')?.state).toBe('down');
  });
});

describe('A.1.3, B.4: bridge mappings', () => {
  test('merge by localnet, last wins, absent removes, the bridge is not checked', () => {
    const mapping = (localnet: string, bridge: string) => ({ localnet, bridge });
    const first = apply({
      ovn: { 'bridge-mappings': [mapping('a', 'nowhere'), mapping('b', 'br-ex')] },
    });
    const after = apply(
      { ovn: { 'bridge-mappings': [mapping('b', 'other'), { localnet: 'a', state: 'absent' }] } },
      first,
    );
    expect(after.ovn?.['bridge-mappings']).toEqual([
      { localnet: 'b', bridge: 'other' },
      { localnet: 'physnet', bridge: 'br-ex' },
    ]);
  });
});

describe('A.1.3, B.8: refusals change nothing and say why', () => {
  const linux = (name: string, ...ports: string[]): DesiredInterface => ({
    name,
    type: 'linux-bridge',
    state: 'up',
    bridge: { port: ports.map((port) => ({ name: port })) },
  });
  const cases: [string, DesiredState, string][] = [
    [
      'unknown NIC',
      { interfaces: [{ name: 'ens999', type: 'ethernet', state: 'up' }] },
      'NmstateError: InvalidArgument: Ethernet interface ens999 does not exists',
    ],
    [
      'unknown port of a Linux bridge',
      { interfaces: [linux('br1', 'ens999')] },
      'NmstateError: InvalidArgument: Controller interface br1 is holding unknown port ens999',
    ],
    [
      'one NIC in two bridges',
      { interfaces: [linux('br1', 'ens256'), linux('br2', 'ens256')] },
      'NmstateError: InvalidArgument: Port ens256 is overbooked by two controller: br1, br2',
    ],
    [
      'one localnet twice',
      {
        ovn: {
          'bridge-mappings': [
            { localnet: 'x', bridge: 'a' },
            { localnet: 'x', bridge: 'b' },
          ],
        },
      },
      'NmstateError: InvalidArgument: Found duplicate `localnet` key x',
    ],
    [
      'a name of 16 characters',
      { interfaces: [{ name: 'a123456789012345', type: 'linux-bridge', state: 'up' }] },
      'interface name is longer than 15 characters',
    ],
    [
      'an MTU the NIC cannot do',
      { interfaces: [{ name: 'ens256', type: 'ethernet', mtu: 10000 }] },
      'bigger than maximum allowed MTU',
    ],
    [
      'a bond without mode',
      {
        interfaces: [
          { name: 'bond9', type: 'bond', state: 'up', 'link-aggregation': { port: ['ens256'] } },
        ],
      },
      'Bond mode is mandatory',
    ],
    [
      'an OVS bond of one',
      {
        interfaces: [
          ovs([
            { name: 'b', 'link-aggregation': { port: [{ name: 'ens256' }] } } as { name: string },
          ]),
        ],
      },
      'OVS bond b should have at least 2 ports',
    ],
    [
      'a VLAN on nothing',
      {
        interfaces: [
          { name: 'x.5', type: 'vlan', state: 'up', vlan: { 'base-iface': 'x', id: 5 } },
        ],
      },
      'unknown parent interface x',
    ],
    [
      'A.2, B.6: taking the uplink from br-ex (NNCP-008)',
      { interfaces: [linux('br1', 'ens192')] },
      "failed running probe 'defaultGw'",
    ],
    [
      'A.2, B.6: switching the uplink of br-ex off (NNCP-008)',
      { interfaces: [{ name: 'ens192', type: 'ethernet', state: 'down' }] },
      "failed running probe 'defaultGw'",
    ],
  ];
  test.each(cases)('%s', (_what, desired, text) => {
    const before = structuredClone(start);
    expect(refusal(desired)).toContain(text);
    expect(start).toEqual(before);
  });
});
