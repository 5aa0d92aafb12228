/** The reference and matching rules of the domain reference, part B, as the views answer them. */
import {
  clusterNetwork,
  nns,
  node,
  object,
  snapshot,
  withObjects,
} from '../../dev/test/makeCluster';
import { healthyCluster, workerState } from '../../dev/test/makeClusterHealthy';
import { bondEntry, vlanEntry } from '../../dev/test/makeClusterInterfaces';
import { cudn, cudnNad, nnce, nncp, ovnNad } from '../../dev/test/makeClusterPolicies';
import { vm, vmi } from '../../dev/test/makeClusterVms';
import type { KubeObject } from '../cluster/kubeObject';
import { buildGraph } from './buildGraph';
import type { NetworkGraph } from './networkGraph';
import { updateGraph } from './updateGraph';

const healthy = healthyCluster();
const graphOf = (...changed: readonly KubeObject[]): NetworkGraph =>
  buildGraph(snapshot(withObjects(healthy, ...changed)));

describe('B.1: a network reaches a bridge by one string', () => {
  it.each([
    ['physicalNetworkName', { name: 'x', physicalNetworkName: 'vmdata' }, 'vmdata'],
    ['else the config name, never the name of the object', { name: 'y' }, 'y'],
  ])('%s', (_what, config, physicalName) => {
    const graph = graphOf(ovnNad('ns1/vmdata', { config }));
    expect(graph.networkOfNad('ns1/vmdata')?.physicalName).toBe(physicalName);
  });

  it('is covered on a node by mapping and OVS bridge, uplink or not', () => {
    const graph = graphOf(
      workerState('worker-0', { bridges: [{ name: 'br-vmdata', ports: [] }] }),
      workerState('worker-1', { bridges: [] }),
    );
    const coverage = graph.coverageOfNad('ns1/vlan-100');
    expect([...coverage.values()].map(({ node: on, state }) => [on, state])).toEqual([
      ['master-0', 'broken'],
      ['worker-0', 'ok'],
      ['worker-1', 'broken'],
    ]);
    expect(coverage.get('worker-0')?.bridge).toBe('br-vmdata');
  });

  it('may lead to another bridge on every node', () => {
    const graph = graphOf(
      workerState('worker-1', {
        bridges: [{ name: 'br-other', ports: ['ens224'] }],
        mappings: { vmdata: 'br-other' },
      }),
    );
    expect([...(graph.localnets.get('vmdata')?.mappings ?? [])]).toEqual([
      ['worker-0', 'br-vmdata'],
      ['worker-1', 'br-other'],
    ]);
  });

  it('serves many networks through one mapping', () => {
    const graph = graphOf(
      ovnNad('ns2/vlan-200', { config: { physicalNetworkName: 'vmdata', vlanID: 200 } }),
    );
    expect(graph.localnets.get('vmdata')?.networks.map((network) => network.name)).toEqual([
      'vlan-100',
      'vlan-200',
    ]);
  });

  it('is one network for one CUDN in all its namespaces', () => {
    const graph = graphOf(
      cudn('lab', { namespaces: ['ns1', 'ns2'] }),
      cudnNad('lab', 'ns1'),
      cudnNad('lab', 'ns2'),
    );
    const network = graph.networks.get('cluster_udn_lab');
    expect(network?.nads.map((nad) => nad.meta.namespace)).toEqual(['ns1', 'ns2']);
    expect(network?.cudn?.meta.name).toBe('lab');
  });
});

describe('B.2: a VM reaches a NAD by namespace and name', () => {
  it.each([
    ['its own namespace', 'vlan-100', 'ns1/vlan-100'],
    ['the one that the name says', 'default/vlan-100', 'default/vlan-100'],
  ])('%s', (_what, nad, key) => {
    const graph = graphOf(vm('ns1/web', { nics: [nad] }), ovnNad('default/vlan-100'));
    expect(graph.vnics.get('ns1/web/net1')?.nadKey).toBe(key);
    expect(graph.vnicsOfNad(key).map((vnic) => vnic.key)).toContain('ns1/web/net1');
  });

  it('keeps what the instance has and what the template wants apart', () => {
    const graph = graphOf(vm('ns1/web', { nics: ['new'] }), vmi('ns1/web', { nics: ['vlan-100'] }));
    const vnic = graph.vnics.get('ns1/web/net1');
    expect([vnic?.nadKey, vnic?.instanceNadKey]).toEqual(['ns1/new', 'ns1/vlan-100']);
  });

  it.each(['default', 'openshift-multus', 'openshift-sriov-network-operator', 'openshift-cnv'])(
    'allows NADs of %s to every namespace',
    (open) => {
      const graph = graphOf(
        vm('ns2/db', { nics: [`${open}/lan`] }),
        ovnNad(`${open}/lan`, { config: { physicalNetworkName: 'vmdata' } }),
      );
      expect(graph.entities.get('vnic/ns2/db/net1')?.state).toBe('ok');
    },
  );

  it('tells two NADs of one name in two namespaces apart', () => {
    const graph = graphOf(
      ovnNad('ns2/vlan-100', {
        config: { name: 'other', physicalNetworkName: 'vmdata', vlanID: 7 },
      }),
    );
    expect(graph.networkOfNad('ns1/vlan-100')?.vlan).toBe(100);
    expect(graph.networkOfNad('ns2/vlan-100')?.vlan).toBe(7);
    expect(graph.vnicsOfNad('ns2/vlan-100')).toEqual([]);
  });
});

describe('B.3: one name is one network', () => {
  it('speaks with the NAD that was accepted first', () => {
    const graph = graphOf(
      ovnNad('ns2/vlan-100', {
        accepted: false,
        config: { physicalNetworkName: 'vmdata', vlanID: 7 },
        meta: { creationTimestamp: '2020-01-01T00:00:00Z' },
      }),
    );
    expect(graph.networks.get('vlan-100')).toMatchObject({ vlan: 100 });
    expect(graph.networks.get('vlan-100')?.nads).toHaveLength(2);
  });

  it.each([
    ['a NAD without mtu has the overlay MTU', {}, 1400, false],
    ['a stated mtu counts', { mtu: 9000 }, 9000, true],
  ])('%s', (_what, config, mtu, mtuStated) => {
    const graph = graphOf(ovnNad('ns2/lan', { config: { mtu: undefined, ...config } }));
    expect(graph.networks.get('lan')).toMatchObject({ mtu, mtuStated });
  });

  it('a localnet CUDN without mtu has 100 bytes more than the overlay', () => {
    const graph = graphOf(clusterNetwork({ mtu: 8900 }), cudn('lab'));
    expect(graph.networks.get('cluster_udn_lab')).toMatchObject({ mtu: 9000, mtuStated: false });
  });

  it.each([
    ['a text', '100'],
    ['zero', 0],
    ['beyond the range', 5000],
  ])('a vlanID that is %s counts as untagged', (_what, vlanID) => {
    const graph = graphOf(ovnNad('ns2/lan', { config: { vlanID } }));
    expect(graph.networks.get('lan')?.vlan).toBeUndefined();
  });
});

describe('B.4: several policies on one node', () => {
  it('are all there, by name, and each reaches what it names', () => {
    const graph = graphOf(
      nncp('a-mapping', { mappings: { extra: 'br-vmdata' } }),
      nncp('everywhere', { nodeSelector: null, mappings: { extra: 'br-ex' } }),
    );
    const names = (on: string) => graph.nodes.get(on)?.policies.map((policy) => policy.meta.name);
    expect(names('worker-0')).toEqual(['a-mapping', 'br-vmdata', 'everywhere']);
    expect(names('master-0')).toEqual(['everywhere']);
    expect(graph.nodesOfPolicy('everywhere').map((view) => view.name)).toEqual([
      'master-0',
      'worker-0',
      'worker-1',
    ]);
    const managers = graph.incoming('mapping/worker-0/extra').filter((e) => e.kind === 'manages');
    expect(managers.map((edge) => edge.source)).toEqual(['policy/a-mapping', 'policy/everywhere']);
  });
});

describe('A.1.1: a policy matches only nodes that run a handler', () => {
  const onWorkers = object('nmstate.io/v1', 'NMState', 'nmstate', {
    spec: { nodeSelector: { 'node-role.kubernetes.io/worker': '' } },
  });
  const everywhere = nncp('everywhere', { nodeSelector: null, mappings: { extra: 'br-ex' } });
  const reached = (graph: NetworkGraph) =>
    graph.nodesOfPolicy('everywhere').map((view) => view.name);

  it('where NMState is for the workers, a policy without selector leaves the control plane out', () => {
    expect(reached(graphOf(onWorkers, everywhere))).toEqual(['worker-0', 'worker-1']);
  });

  it('a node that has an enactment all the same is reached', () => {
    const graph = graphOf(onWorkers, everywhere, nnce('master-0', 'everywhere'));
    expect(reached(graph)).toEqual(['master-0', 'worker-0', 'worker-1']);
  });

  it('counts again when NMState gets another selector', () => {
    const before = graphOf(everywhere);
    const changed = snapshot(withObjects(healthy, everywhere, onWorkers));
    expect(reached(before)).toHaveLength(3);
    expect(reached(updateGraph(before, changed))).toEqual(['worker-0', 'worker-1']);
  });
});

describe('B.5: where a VM may run', () => {
  const on = (...changed: readonly KubeObject[]) => graphOf(...changed).eligibleNodes('ns1/web');
  const wants = (template: Record<string, unknown>): readonly KubeObject[] => [
    vm('ns1/web', { nics: ['vlan-100'], template }),
    vmi('ns1/web', { nics: ['vlan-100'], template }),
  ];

  it.each<[string, readonly KubeObject[], readonly string[]]>([
    ['nodes that KubeVirt marked', [], ['worker-0', 'worker-1']],
    ['not NotReady ones', [node('worker-1', { ready: false })], ['worker-0']],
    ['not cordoned ones', [node('worker-1', { unschedulable: true })], ['worker-0']],
    ['not unmarked ones', [node('worker-1', { runsVms: false })], ['worker-0']],
    [
      'not tainted ones',
      [node('worker-1', { taints: [{ key: 'gpu', effect: 'NoSchedule' }] })],
      ['worker-0'],
    ],
    [
      'tainted ones that are tolerated',
      [
        node('worker-1', { taints: [{ key: 'gpu', effect: 'NoSchedule' }] }),
        ...wants({ tolerations: [{ key: 'gpu', operator: 'Exists' }] }),
      ],
      ['worker-0', 'worker-1'],
    ],
    [
      'nodes with the labels of the nodeSelector',
      [node('worker-1', { labels: { zone: 'b' } }), ...wants({ nodeSelector: { zone: 'b' } })],
      ['worker-1'],
    ],
    [
      'nodes that a term of the required affinity matches',
      wants({
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [
                { matchExpressions: [{ key: 'zone', operator: 'In', values: ['x'] }] },
                { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['worker-1'] }] },
              ],
            },
          },
        },
      }),
      ['worker-1'],
    ],
    ['nodes of the architecture', wants({ architecture: 'arm64' }), []],
  ])('%s', (_what, changed, expected) => {
    expect(on(...changed)).toEqual(expected);
  });

  it('is not known without sight of nodes', () => {
    const graph = buildGraph({
      ...snapshot(healthy),
      nodes: { state: 'forbidden', items: new Map() },
    });
    expect(graph.eligibleNodes('ns1/web')).toBeUndefined();
  });
});

describe('B.6: what a policy must not touch', () => {
  const names = (state: KubeObject): readonly string[] => [
    ...(graphOf(state).nodes.get('worker-0')?.protectedInterfaces ?? []),
  ];

  it('is br-ex and its uplink', () => {
    expect(names(workerState('worker-0'))).toEqual(['br-ex', 'ens192']);
  });

  it('is everything under br-ex, the intermediate names too', () => {
    const state = nns('worker-0', {
      ip: '192.168.4.11',
      brExUplink: 'bond0.10',
      nics: ['eno1', 'eno2', 'ens224'],
      interfaces: [bondEntry('bond0', ['eno1', 'eno2']), vlanEntry('bond0.10', 'bond0', 10)],
    });
    expect([...names(state)].sort()).toEqual(['bond0', 'bond0.10', 'br-ex', 'eno1', 'eno2']);
  });

  it('is the NIC that holds the address of the node', () => {
    const state = workerState('worker-0', {
      nics: [{ name: 'ens224' }, { name: 'eno9', ip: '192.168.4.11/24' }],
    });
    const graph = graphOf(state, node('worker-0', { ip: '192.168.4.11' }));
    expect(graph.nodes.get('worker-0')?.protectedInterfaces).toContain('eno9');
  });
});

describe('B.6: uplinks and leaves of a bridge', () => {
  const bridgeOf = (options: Parameters<typeof workerState>[1]) =>
    graphOf(workerState('worker-0', options)).nodes.get('worker-0')?.bridges.get('br-vmdata');

  it.each<[string, Parameters<typeof workerState>[1], readonly string[], readonly string[]]>([
    ['patch and internal ports are none', {}, ['ens224'], ['ens224']],
    [
      'an OVS bond and its members',
      {
        nics: ['eno1', 'eno2'],
        bridges: [
          {
            name: 'br-vmdata',
            ports: [
              {
                name: 'bond1',
                'link-aggregation': { mode: 'lacp', port: [{ name: 'eno1' }, { name: 'eno2' }] },
              },
            ],
          },
        ],
      },
      ['bond1'],
      ['eno1', 'eno2'],
    ],
    [
      'a NIC that is called like a patch port',
      { nics: ['patch-a'], bridges: [{ name: 'br-vmdata', ports: ['patch-a'] }] },
      ['patch-a'],
      ['patch-a'],
    ],
    [
      'a VLAN interface over a bond',
      {
        nics: ['eno1', 'eno2'],
        interfaces: [bondEntry('bond0', ['eno1', 'eno2']), vlanEntry('bond0.7', 'bond0', 7)],
        bridges: [{ name: 'br-vmdata', ports: ['bond0.7'] }],
      },
      ['bond0.7'],
      ['eno1', 'eno2'],
    ],
  ])('%s', (_what, options, uplinks, leaves) => {
    const bridge = bridgeOf(options);
    expect(bridge?.uplinks.map((port) => port.name)).toEqual(uplinks);
    expect(bridge?.leaves).toEqual(leaves);
  });

  it('B.9: the smallest MTU below it counts', () => {
    const bridge = bridgeOf({
      nics: [
        { name: 'eno1', mtu: 9000 },
        { name: 'eno2', mtu: 1500 },
      ],
      interfaces: [{ ...bondEntry('bond0', ['eno1', 'eno2']), mtu: 9000 }],
      bridges: [{ name: 'br-vmdata', ports: ['bond0'] }],
    });
    expect(bridge?.uplinkMtu).toBe(1500);
  });

  it.each<[string, Parameters<typeof workerState>[1], number | undefined]>([
    ['a plain NIC', {}, undefined],
    [
      'a VLAN interface',
      {
        interfaces: [vlanEntry('ens224.7', 'ens224', 7)],
        bridges: [{ name: 'br-vmdata', ports: ['ens224.7'] }],
      },
      7,
    ],
    [
      'an OVS access port',
      {
        bridges: [
          { name: 'br-vmdata', ports: [{ name: 'ens224', vlan: { mode: 'access', tag: 9 } }] },
        ],
      },
      9,
    ],
  ])('B.10: what %s puts the bridge inside', (_what, options, vlan) => {
    expect(bridgeOf(options)?.insideVlan).toBe(vlan);
  });
});

describe('B.10 and A.9: names inside OVN', () => {
  it('lets two networks meet that differ by a dash only', () => {
    const graph = graphOf(
      ovnNad('ns2/b', { config: { name: 'vlan.100', physicalNetworkName: 'vmdata' } }),
    );
    const live = graph.incoming('node/worker-0').filter((edge) => edge.kind === 'live');
    expect(live.map((edge) => edge.source).sort()).toEqual([
      'network/vlan-100',
      'network/vlan.100',
    ]);
  });
});
