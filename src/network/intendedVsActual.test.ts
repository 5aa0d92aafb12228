/**
 * Intended against actual, field by field: what a policy states is compared with what the node
 * reports. What nobody stated is not compared.
 */
import { snapshot, withObjects, withoutObject } from '../../dev/test/makeCluster';
import type { NnsOptions } from '../../dev/test/makeCluster';
import { healthyCluster, workerState } from '../../dev/test/makeClusterHealthy';
import { bondEntry, internalEntry, vlanEntry } from '../../dev/test/makeClusterInterfaces';
import { nnce, nncp, ovsBridgeWanted } from '../../dev/test/makeClusterPolicies';
import type { KubeObject } from '../cluster/kubeObject';
import { formatText } from '../cluster/text';
import { buildGraph } from './buildGraph';
import { compareNode } from './intendedVsActual';
import type { Comparison } from './intendedVsActual';
import { differenceLines } from './testing/differenceLines';

const NODE = 'worker-0';
const healthy = healthyCluster();
const compare = (objects: readonly KubeObject[], node = NODE): readonly Comparison[] =>
  compareNode(buildGraph(snapshot(objects)), node);

const one = (comparisons: readonly Comparison[], id: string): Comparison => {
  const found = comparisons.filter((comparison) => comparison.id === id);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} of ${id}`);
  return only;
};

const withPolicy = (interface_: unknown, state: NnsOptions = {}): readonly Comparison[] =>
  compare(
    withObjects(healthy, nncp('br-vmdata', { interfaces: [interface_] }), workerState(NODE, state)),
  );

test('a node that is as its policies want: every stated field is there and the same', () => {
  const comparisons = compare(healthy);
  expect(comparisons.map(({ id, policy, agreement }) => [id, policy, agreement])).toEqual([
    ['bridge/worker-0/br-vmdata', 'br-vmdata', 'same'],
    ['internalIf/worker-0/br-vmdata', 'br-vmdata', 'same'],
    ['mapping/worker-0/vmdata', 'br-vmdata', 'same'],
  ]);
  expect(one(comparisons, 'bridge/worker-0/br-vmdata').fields.map(({ field }) => field)).toEqual([
    'state',
    'bridge.options.stp',
    'bridge.options.mcast-snooping',
    'port ens224',
    'port br-vmdata',
  ]);
  expect(compare(healthy, 'master-0')).toEqual([]);
});

interface Row {
  readonly what: string;
  readonly wanted: unknown;
  readonly state?: NnsOptions;
  readonly id: string;
  readonly agreement: Comparison['agreement'];
  readonly told: readonly string[];
}

const ovs = (ports: readonly unknown[], extra: Record<string, unknown> = {}) => ({
  name: 'br-vmdata',
  type: 'ovs-bridge',
  state: 'up',
  bridge: { port: ports, ...extra },
});

const linux = (ports: readonly unknown[]) => ({
  name: 'br1',
  type: 'linux-bridge',
  state: 'up',
  bridge: { options: { stp: { enabled: false } }, port: ports },
});

const trunkPort = {
  name: 'ens224',
  vlan: { mode: 'trunk', 'trunk-tags': [{ 'id-range': { min: 2, max: 4094 } }] },
};
const linuxState: NnsOptions = {
  nics: ['ens224'],
  bridges: [{ name: 'br1', linux: true, ports: [trunkPort] }],
};

const ovsBondPort = (members: readonly string[], mode = 'balance-slb') => ({
  name: 'bond1',
  'link-aggregation': { mode, port: members.map((name) => ({ name })) },
});

const ROWS: readonly Row[] = [
  {
    what: 'an option set otherwise',
    wanted: ovs([{ name: 'ens224' }], { options: { stp: true, 'mcast-snooping-enable': true } }),
    id: 'bridge/worker-0/br-vmdata',
    agreement: 'different',
    told: ['different bridge.options.stp: true -> false'],
  },
  {
    what: 'a port that is not there, and one that nobody listed',
    wanted: ovs([{ name: 'ens256' }]),
    id: 'bridge/worker-0/br-vmdata',
    agreement: 'missing',
    told: ['missing port ens256: present -> nothing', 'extra port ens224: - -> present'],
  },
  {
    what: 'a bridge without a stated list of ports: the ports are somebody else’s',
    wanted: { name: 'br-vmdata', type: 'ovs-bridge', state: 'up', bridge: {} },
    id: 'bridge/worker-0/br-vmdata',
    agreement: 'same',
    told: [],
  },
  {
    what: 'patch ports and the internal port are no extra ports',
    wanted: ovs([{ name: 'ens224' }]),
    state: { bridges: [{ name: 'br-vmdata', ports: ['ens224'], live: ['vlan-100', 'vlan-7'] }] },
    id: 'bridge/worker-0/br-vmdata',
    agreement: 'same',
    told: [],
  },
  {
    what: 'a bridge that is not there',
    wanted: ovs([{ name: 'ens224' }]),
    state: { bridges: [] },
    id: 'bridge/worker-0/br-vmdata',
    agreement: 'missing',
    told: ['missing state: up -> nothing', 'missing port ens224: present -> nothing'],
  },
  {
    what: 'the operator’s default VLAN filter, which the policy did not write',
    wanted: linux([{ name: 'ens224' }]),
    state: linuxState,
    id: 'bridge/worker-0/br1',
    agreement: 'same',
    told: [],
  },
  {
    what: 'a VLAN filter that was written and is not the one in force',
    wanted: linux([
      { name: 'ens224', vlan: { mode: 'trunk', 'trunk-tags': [{ id: 100 }, { id: 200 }] } },
    ]),
    state: linuxState,
    id: 'bridge/worker-0/br1',
    agreement: 'different',
    told: ['different port ens224 vlan: trunk 100 200 -> trunk 2-4094'],
  },
  {
    what: 'a kernel bond of another mode, with a member less',
    wanted: {
      name: 'bond0',
      type: 'bond',
      state: 'up',
      mtu: 9000,
      'link-aggregation': { mode: '802.3ad', port: ['eno1', 'eno2'] },
    },
    state: {
      nics: ['eno1', 'eno2'],
      interfaces: [bondEntry('bond0', ['eno1'])],
    },
    id: 'bond/worker-0/bond0',
    agreement: 'different',
    told: [
      'different mtu: 9000 -> 1500',
      'different mode: 802.3ad -> active-backup',
      'different members: eno1, eno2 -> eno1',
    ],
  },
  {
    what: 'an OVS bond inside a bridge port',
    wanted: ovs([ovsBondPort(['eno1', 'eno2'], 'balance-tcp')]),
    state: {
      nics: ['eno1', 'eno2'],
      bridges: [{ name: 'br-vmdata', ports: [ovsBondPort(['eno2', 'eno1'])] }],
    },
    id: 'bond/worker-0/bond1',
    agreement: 'different',
    told: ['different mode: balance-tcp -> balance-slb'],
  },
  {
    what: 'a VLAN interface on another base with another id',
    wanted: {
      name: 'storage',
      type: 'vlan',
      state: 'up',
      vlan: { 'base-iface': 'bond0', id: 30 },
    },
    state: { interfaces: [vlanEntry('storage', 'ens192', 31)] },
    id: 'vlanIf/worker-0/storage',
    agreement: 'different',
    told: ['different vlan.base-iface: bond0 -> ens192', 'different vlan.id: 30 -> 31'],
  },
  {
    what: 'an address that is another one; the link-local IPv6 address is nobody’s wish',
    wanted: {
      name: 'br-vmdata',
      type: 'ovs-interface',
      state: 'up',
      ipv4: { enabled: true, address: [{ ip: '10.1.0.5', 'prefix-length': 24 }] },
      ipv6: { enabled: true },
    },
    state: {
      bridges: [{ name: 'br-vmdata', ports: ['ens224'], internal: false }],
      interfaces: [
        {
          ...internalEntry('br-vmdata', 'br-vmdata', '10.1.0.6/24'),
          ipv6: { enabled: true, address: [{ ip: 'fe80::1', 'prefix-length': 64 }] },
        },
      ],
    },
    id: 'internalIf/worker-0/br-vmdata',
    agreement: 'different',
    told: ['different ipv4.address: 10.1.0.5/24 -> 10.1.0.6/24'],
  },
  {
    what: 'DHCP: whatever address came is fine',
    wanted: { name: 'ens224', type: 'ethernet', state: 'up', ipv4: { enabled: true, dhcp: true } },
    state: {
      nics: [],
      interfaces: [
        {
          name: 'ens224',
          type: 'ethernet',
          state: 'up',
          'permanent-mac-address': '52:54:00:00:00:01',
          ipv4: {
            enabled: true,
            dhcp: true,
            address: [{ ip: '10.9.9.9', 'prefix-length': 24 }],
          },
        },
      ],
    },
    id: 'nic/worker-0/ens224',
    agreement: 'same',
    told: [],
  },
  {
    what: 'something wanted gone that is still there',
    wanted: { name: 'br-vmdata', type: 'ovs-bridge', state: 'absent' },
    id: 'bridge/worker-0/br-vmdata',
    agreement: 'extra',
    told: [],
  },
  {
    what: 'something wanted gone that is gone',
    wanted: { name: 'br-old', type: 'linux-bridge', state: 'absent' },
    id: 'bridge/worker-0/br-old',
    agreement: 'same',
    told: [],
  },
  {
    what: 'a NIC that is down',
    wanted: { name: 'ens224', type: 'ethernet', state: 'up' },
    state: { nics: [{ name: 'ens224', state: 'down' }] },
    id: 'nic/worker-0/ens224',
    agreement: 'different',
    told: ['different state: up -> down'],
  },
];

describe('what a policy states', () => {
  test.each(ROWS)('$what', ({ wanted, state, id, agreement, told: expected }) => {
    const comparison = one(withPolicy(wanted, state), id);
    expect(differenceLines(comparison)).toEqual(expected);
    expect(comparison.agreement).toBe(agreement);
  });
});

describe('mappings', () => {
  const mappingOf = (objects: readonly KubeObject[]): Comparison =>
    one(compare(objects), 'mapping/worker-0/vmdata');

  test('to another bridge, missing, and not reported at all', () => {
    const other = mappingOf(
      withObjects(healthy, workerState(NODE, { mappings: { vmdata: 'br-ex' } })),
    );
    expect(differenceLines(other)).toEqual(['different bridge: br-vmdata -> br-ex']);
    const missing = mappingOf(withObjects(healthy, workerState(NODE, { mappings: {} })));
    expect(missing.agreement).toBe('missing');
    const old = mappingOf(withObjects(healthy, workerState(NODE, { mappings: null })));
    expect(old.agreement).toBe('unknown');
    expect(old.reason && formatText(old.reason)).toContain('does not report bridge mappings');
  });
});

test('without a NodeNetworkState nothing is called missing', () => {
  const comparisons = compare(withoutObject(healthy, 'NodeNetworkState', NODE));
  expect(comparisons.map(({ agreement }) => agreement)).toEqual(['unknown', 'unknown', 'unknown']);
  for (const { reason } of comparisons) {
    expect(reason && formatText(reason)).toContain('no NodeNetworkState');
  }
});

test('two policies on one node are two comparisons, each with its own answer', () => {
  const second = nncp('jumbo', {
    interfaces: [{ name: 'ens224', type: 'ethernet', mtu: 9000 }],
  });
  const third = nncp('plain', {
    interfaces: [{ name: 'ens224', type: 'ethernet', mtu: 1500 }],
  });
  const found = compare(withObjects(healthy, second, third)).filter(
    ({ id }) => id === 'nic/worker-0/ens224',
  );
  expect(found.map(({ policy, agreement }) => [policy, agreement])).toEqual([
    ['jumbo', 'different'],
    ['plain', 'same'],
  ]);
});

describe('policies with captures', () => {
  const capture = { base: 'interfaces.name=="ens224"' };
  const template = '{{ capture.base.interfaces.0.name }}';
  const policy = nncp('br-vmdata', {
    capture,
    interfaces: ovsBridgeWanted('br-vmdata', [template]),
  });

  test('are compared by what they became on the node', () => {
    const rendered = nnce(NODE, 'br-vmdata', {
      desiredState: { interfaces: ovsBridgeWanted('br-vmdata', ['ens256']) },
      capturedStates: { base: {} },
    });
    const found = one(compare(withObjects(healthy, policy, rendered)), 'bridge/worker-0/br-vmdata');
    expect(differenceLines(found)).toContain('missing port ens256: present -> nothing');
  });

  test('a template that nobody has rendered is no name of a port', () => {
    const objects = withObjects(healthy, policy);
    const found = one(compare(objects), 'bridge/worker-0/br-vmdata');
    expect(found.fields.some(({ field }) => field.includes('capture'))).toBe(false);
    const { entities } = buildGraph(snapshot(objects));
    expect([...entities.keys()].filter((id) => id.includes('capture'))).toEqual([]);
  });
});

test('an entry that finds its NIC by MAC names a profile, not an interface', () => {
  const objects = withObjects(
    healthy,
    nncp('by-mac', {
      interfaces: [
        {
          name: 'wan0',
          type: 'ethernet',
          state: 'up',
          identifier: 'mac-address',
          'mac-address': '52:54:00:00:00:01',
        },
      ],
    }),
  );
  expect(compare(objects).some(({ name }) => name === 'wan0')).toBe(false);
  expect(buildGraph(snapshot(objects)).entities.has('nic/worker-0/wan0')).toBe(false);
});
