/**
 * Clusters that network views of this field are known to get wrong: each is a defect that was
 * found in the source or the history of another one, and that this graph must not have.
 */
import { nns, node, snapshot, withObjects } from '../../dev/test/makeCluster';
import { healthyCluster, workerState } from '../../dev/test/makeClusterHealthy';
import { nnce, nncp, ovnNad } from '../../dev/test/makeClusterPolicies';
import { vm, vmi } from '../../dev/test/makeClusterVms';
import type { KubeObject } from '../cluster/kubeObject';
import { snapshotOf } from '../cluster/snapshotOf';
import { buildGraph } from './buildGraph';
import type { NetworkGraph } from './networkGraph';
import { traceVnic } from './traceVnic';

const healthy = healthyCluster();
const graphOf = (...changed: readonly KubeObject[]): NetworkGraph =>
  buildGraph(snapshot(withObjects(healthy, ...changed)));

const targetsOf = (graph: NetworkGraph, policy: string): readonly string[] =>
  graph
    .outgoing(`policy/${policy}`)
    .filter((edge) => edge.kind === 'manages')
    .map((edge) => edge.target);

it('marks what each of two policies on one node manages', () => {
  const graph = graphOf(
    nncp('lldp', { interfaces: [{ name: 'ens224', type: 'ethernet', lldp: { enabled: true } }] }),
    nnce('worker-0', 'lldp'),
  );
  expect(targetsOf(graph, 'lldp')).toContain('nic/worker-0/ens224');
  expect(targetsOf(graph, 'br-vmdata')).toContain('bridge/worker-0/br-vmdata');
  expect([...(graph.nodes.get('worker-0')?.enactments.keys() ?? [])].sort()).toEqual([
    'br-vmdata',
    'lldp',
  ]);
});

it('follows an OVS bond, which is nested in a bridge port', () => {
  const graph = graphOf(
    workerState('worker-0', {
      nics: ['eno1', 'eno2'],
      bridges: [
        {
          name: 'br-vmdata',
          ports: [
            {
              name: 'bond1',
              'link-aggregation': {
                mode: 'balance-slb',
                port: [{ name: 'eno1' }, { name: 'eno2' }],
              },
            },
          ],
        },
      ],
    }),
  );
  expect(graph.incoming('bond/worker-0/bond1').map((edge) => edge.source)).toEqual([
    'nic/worker-0/eno1',
    'nic/worker-0/eno2',
  ]);
  expect(graph.nodes.get('worker-0')?.controllerOf.get('eno1')).toBe('bond1');
});

it('takes a policy without nodeSelector as one for all nodes', () => {
  const graph = graphOf(nncp('all', { nodeSelector: null, mappings: { x: 'br-ex' } }));
  expect(graph.nodesOfPolicy('all')).toHaveLength(3);
});

it('takes every mapping of a policy, not the first or the last', () => {
  const graph = graphOf(nncp('two', { mappings: { left: 'br-ex', right: 'br-vmdata' } }));
  expect(targetsOf(graph, 'two')).toEqual(
    expect.arrayContaining(['mapping/worker-0/left', 'mapping/worker-0/right']),
  );
});

it('reads the MTU of the node a VM is on, not of the first node', () => {
  const nicOf = (mtu: number) => [{ name: 'ens224', mtu }];
  const graph = graphOf(
    workerState('worker-0', { nics: nicOf(9000) }),
    workerState('worker-1', { nics: nicOf(1400) }),
    vmi('ns1/web', { node: 'worker-1', nics: [{ name: 'net1', nad: 'vlan-100' }] }),
  );
  expect(traceVnic(graph, 'ns1/web/net1').mtuLadder).toContainEqual({
    id: 'nic/worker-1/ens224',
    mtu: 1400,
  });
});

it('takes the least MTU of an uplink of several NICs', () => {
  const graph = graphOf(
    workerState('worker-0', {
      nics: [
        { name: 'eno1', mtu: 9000 },
        { name: 'eno2', mtu: 1400 },
      ],
      bridges: [{ name: 'br-vmdata', ports: ['eno1', 'eno2'] }],
    }),
  );
  expect(graph.nodes.get('worker-0')?.bridges.get('br-vmdata')?.uplinkMtu).toBe(1400);
});

it('leaves mappings that a policy wants absent out of the localnets', () => {
  const mappings = ['present', 'absent'].map((state) => ({
    localnet: state,
    bridge: 'br-ex',
    state,
  }));
  const graph = graphOf(nncp('gone', { desiredState: { ovn: { 'bridge-mappings': mappings } } }));
  expect(targetsOf(graph, 'gone')).toContain('mapping/worker-0/present');
  expect([...graph.entities.keys()].filter((id) => id.endsWith('/absent'))).toEqual([]);
});

it('reads LLDP neighbours that lack VLANs, system name or port', () => {
  const neighbors = [
    [
      { type: 1, 'chassis-id': '00:00:00:00:00:01' },
      { type: 2, 'port-id': 'p1' },
    ],
    [
      { type: 5, 'system-name': 'tor-9' },
      { type: 2, 'port-id': 'p2' },
    ],
    [{ type: 1, 'chassis-id': '00:00:00:00:00:02' }],
    [],
  ];
  const graph = graphOf(
    nns('worker-0', {
      interfaces: [
        {
          name: 'ens224',
          type: 'ethernet',
          state: 'up',
          lldp: { enabled: true, neighbors },
        },
      ],
    }),
  );
  const ports = [...graph.entities.values()].filter((entity) => entity.kind === 'switchPort');
  expect(ports.map((port) => port.id).sort()).toEqual([
    'switchPort/00:00:00:00:00:01/p1',
    'switchPort/00:1c:73:00:00:01/Ethernet2',
    'switchPort/tor-9/p2',
  ]);
});

it('drops a NIC that hears itself', () => {
  const mac = '02:11:22:33:44:55';
  const graph = graphOf(
    workerState('worker-0', {
      nics: [{ name: 'ens224', mac, lldp: { chassis: mac.toUpperCase(), port: mac } }],
    }),
  );
  expect(graph.entities.get(`switch/${mac.toUpperCase()}`)).toBeUndefined();
  expect(graph.nodes.get('worker-0')?.neighbors.size).toBe(0);
});

it('keeps a Linux and an OVS bridge, or an OVS bridge and its interface, of one name apart', () => {
  const graph = graphOf(
    workerState('worker-0', {
      interfaces: [{ name: 'br-vmdata', type: 'linux-bridge', state: 'up', bridge: { port: [] } }],
    }),
  );
  const bridges = [...graph.entities.values()].filter(
    ({ node, name, kind }) => node === 'worker-0' && name === 'br-vmdata' && kind !== 'enactment',
  );
  expect(bridges.map((entity) => entity.id).sort()).toEqual([
    'bridge/worker-0/br-vmdata',
    'internalIf/worker-0/br-vmdata',
  ]);
  expect(graph.entities.get('bridge/worker-0/br-vmdata')?.attributes).toMatchObject({
    type: 'ovs-bridge',
    types: ['ovs-bridge', 'linux-bridge'],
  });
});

it('has one entity for an interface that exists and is wanted', () => {
  const graph = graphOf(
    nncp('nic', { interfaces: [{ name: 'ens224', type: 'ethernet', state: 'up' }] }),
  );
  const found = [...graph.entities.values()].filter((e) => e.id === 'nic/worker-0/ens224');
  expect(found.map((entity) => entity.origin)).toEqual(['both']);
});

it('tells NADs of one name in two namespaces apart', () => {
  const graph = graphOf(
    ovnNad('ns2/vlan-100', { config: { name: 'two', physicalNetworkName: 'vmdata' } }),
    vm('ns2/db', { nics: ['vlan-100'] }),
  );
  const vnicsOf = (nad: string) => graph.outgoing(nad).map((edge) => edge.target);
  expect(vnicsOf('nad/ns2/vlan-100')).toEqual(['vnic/ns2/db/net1']);
  expect(vnicsOf('nad/ns1/vlan-100')).toEqual(['vnic/ns1/web/net1']);
  expect(graph.networkOfNad('ns2/vlan-100')?.name).toBe('two');
  expect(graph.networkOfNad('ns1/vlan-100')?.name).toBe('vlan-100');
});

it('shows IPv6 addresses and the network they are in', () => {
  const graph = graphOf(
    nns('worker-0', {
      interfaces: [
        {
          name: 'br-ex',
          type: 'ovs-interface',
          state: 'up',
          controller: 'br-ex',
          ipv6: {
            enabled: true,
            address: [
              { ip: '2001:db8:0:7::15', 'prefix-length': 64 },
              { ip: 'fe80::1', 'prefix-length': 64 },
            ],
          },
        },
      ],
    }),
  );
  expect(graph.entities.get('machineNetwork/2001:db8:0:7::/64')).toBeDefined();
  expect(graph.incoming('bridge/worker-0/br-ex').map((edge) => edge.source)).toContain(
    'machineNetwork/2001:db8:0:7::/64',
  );
});

it('holds more than 250 of everything', () => {
  const many = Array.from({ length: 400 }, (_unused, at) => [
    ovnNad(`ns1/n${at}`, { config: { physicalNetworkName: 'vmdata', vlanID: 1000 + at } }),
    vm(`ns1/vm${at}`, { nics: [`n${at}`] }),
  ]).flat();
  const workers = Array.from({ length: 400 }, (_unused, at) => `extra-${at}`);
  const graph = graphOf(
    ...many,
    ...workers.flatMap((name) => [node(name), workerState(name), nnce(name, 'br-vmdata')]),
  );
  expect(graph.nodes.size).toBe(403);
  expect(graph.localnets.get('vmdata')?.mappings.size).toBe(402);
  expect(graph.nodes.get('extra-399')?.enactments.size).toBe(1);
  expect(graph.networks.size).toBe(401);
  expect(graph.localnets.get('vmdata')?.networks).toHaveLength(401);
  expect(graph.outgoing('network/n399').map((edge) => edge.target)).toEqual(['nad/ns1/n399']);
});

it.each(['loading', 'forbidden', 'absent', 'failed'] as const)(
  'says unknown, not available, where enactments and states are %s',
  (state) => {
    const graph = buildGraph({
      ...snapshot(healthy),
      nodeStates: { state, items: new Map() },
      enactments: { state, items: new Map() },
    });
    expect(graph.entities.get('localnet/vmdata')?.state).toBe('unknown');
    expect(graph.entities.get('bridge/worker-0/br-vmdata')).toMatchObject({
      state: 'unknown',
      origin: 'intended',
    });
    expect(graph.edges.get('policy/br-vmdata|node/worker-0|policyNode')?.state).toBe('unknown');
  },
);

it('is empty and not wrong for a cluster of which nothing is known', () => {
  const graph = buildGraph(snapshotOf([]));
  expect([...graph.entities.keys()]).toEqual(['cluster']);
  expect(graph.edges.size).toBe(0);
});
