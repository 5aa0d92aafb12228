/**
 * Clusters that network views of this field are known to get wrong: each is a defect that was
 * found in the source or the history of another one, and that this graph must not have.
 */
import { nns, snapshot, withObjects } from '../../dev/test/makeCluster';
import { healthyCluster, workerState } from '../../dev/test/makeClusterHealthy';
import { nnce, nncp, ovnNad } from '../../dev/test/makeClusterPolicies';
import { vm } from '../../dev/test/makeClusterVms';
import type { KubeObject } from '../cluster/kubeObject';
import { snapshotOf } from '../cluster/snapshotOf';
import { buildGraph } from './buildGraph';
import type { NetworkGraph } from './networkGraph';

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

it('leaves mappings that a policy wants absent out of the localnets', () => {
  const graph = graphOf(
    nncp('gone', {
      desiredState: {
        ovn: { 'bridge-mappings': [{ localnet: 'old', bridge: 'br-ex', state: 'absent' }] },
      },
    }),
  );
  expect(graph.localnets.has('old')).toBe(false);
  expect(graph.entities.get('localnet/old')).toBeUndefined();
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
  expect(graph.outgoing('nad/ns2/vlan-100').map((edge) => edge.target)).toEqual([
    'vnic/ns2/db/net1',
  ]);
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
  const graph = graphOf(...many);
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
