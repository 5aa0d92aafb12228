/** Each edge from the NAD upwards of the domain reference E.2, from objects of the shape real clusters hold. */
import {
  namespace,
  nns,
  node,
  object,
  snapshot,
  withObjects,
  withoutObject,
} from '../../dev/test/makeCluster';
import { healthyCluster, workerState } from '../../dev/test/makeClusterHealthy';
import {
  bridgeNad,
  cudn,
  cudnNad,
  nnce,
  nncp,
  ovnNad,
  udn,
} from '../../dev/test/makeClusterPolicies';
import { vm, vmi } from '../../dev/test/makeClusterVms';
import type { KubeObject } from '../cluster/kubeObject';
import { formatText } from '../cluster/text';
import { buildGraph } from './buildGraph';
import type { Origin, State } from './model';

interface Row {
  readonly what: string;
  readonly objects: readonly KubeObject[];
  readonly edge: string;
  readonly state?: State;
  readonly origin?: Origin;
  /** Part of the reason. */
  readonly reason?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

const healthy = healthyCluster();
const withState = (options: Parameters<typeof workerState>[1]): KubeObject[] =>
  withObjects(healthy, workerState('worker-0', options));
const plain = (path: string): KubeObject => vm(path, { nics: [] });

const linuxBridge = withObjects(
  withState({ nics: ['ens256'], bridges: [{ name: 'br1', ports: ['ens256'], linux: true }] }),
  bridgeNad('ns1/lan', { bridge: 'br1', vlan: 100 }),
);

const ROWS: readonly Row[] = [
  {
    what: '12: network -> NAD',
    objects: healthy,
    edge: 'network/vlan-100|nad/ns1/vlan-100|nad',
  },
  {
    what: '12: a NAD that OVN-Kubernetes refuses',
    objects: withObjects(
      healthy,
      ovnNad('ns2/vlan-100', {
        config: { physicalNetworkName: 'vmdata', vlanID: 100, netAttachDefName: 'ns1/vlan-100' },
      }),
    ),
    edge: 'network/vlan-100|nad/ns2/vlan-100|nad',
    state: 'broken',
    reason: 'must be "ns2/vlan-100"',
  },
  {
    what: '13: CUDN -> the NAD it made',
    objects: withObjects(healthy, cudn('lab'), cudnNad('lab', 'ns1')),
    edge: 'cudn/lab|nad/ns1/lab|nad',
  },
  {
    what: '13: CUDN -> the NAD it should have made in a selected namespace',
    objects: withObjects(
      healthy,
      cudn('lab'),
      namespace('ns2', { labels: { 'vm-network/lab': 'true' } }),
    ),
    edge: 'cudn/lab|nad/ns2/lab|nad',
    state: 'broken',
    origin: 'intended',
  },
  {
    what: '13: UDN -> its NAD, by name where the owner is not stated',
    objects: withObjects(
      healthy,
      udn('ns1/blue'),
      ovnNad('ns1/blue', { config: { name: 'ns1_blue', topology: 'layer2' } }),
    ),
    edge: 'udn/ns1/blue|nad/ns1/blue|nad',
  },
  {
    what: '14: network -> CUDN, cluster_udn_<name>',
    objects: withObjects(healthy, cudn('lab')),
    edge: 'network/cluster_udn_lab|cudn/lab|definition',
  },
  {
    what: '14: network -> UDN, <namespace>_<name>',
    objects: withObjects(healthy, udn('ns1/blue')),
    edge: 'network/ns1_blue|udn/ns1/blue|definition',
  },
  {
    what: '15: NAD -> VM NIC, wanted and plugged',
    objects: healthy,
    edge: 'nad/ns1/vlan-100|vnic/ns1/web/net1|attachment',
    origin: 'both',
  },
  {
    what: '15: the NAD of the instance, while the template wants another',
    objects: withObjects(healthy, vm('ns1/web', { nics: ['other'] })),
    edge: 'nad/ns1/vlan-100|vnic/ns1/web/net1|attachment',
    origin: 'actual',
  },
  {
    what: '15: the NAD of the template, while the instance has another',
    objects: withObjects(healthy, vm('ns1/web', { nics: ['other'] })),
    edge: 'nad/ns1/other|vnic/ns1/web/net1|attachment',
    state: 'broken',
    origin: 'intended',
  },
  {
    what: '15: a NAD of a namespace that is not open to the VM',
    objects: withObjects(healthy, vm('ns2/db', { nics: ['ns1/vlan-100'] })),
    edge: 'nad/ns1/vlan-100|vnic/ns2/db/net1|attachment',
    state: 'broken',
    reason: 'may not use',
  },
  {
    what: '16: cluster network -> VM NIC on the pod network',
    objects: healthy,
    edge: 'clusterNetwork/10.128.0.0/14|vnic/ns1/web/default|primary',
  },
  {
    what: '16: primary network -> VM NIC on the pod network of its namespace',
    objects: withObjects(
      healthy,
      udn('ns1/main', { network: { role: 'Primary', subnets: ['10.9.0.0/16'] } }),
    ),
    edge: 'network/ns1_main|vnic/ns1/web/default|primary',
  },
  {
    what: '17: VM NIC -> VM',
    objects: healthy,
    edge: 'vnic/ns1/web/net1|vm/ns1/web|vm',
  },
  {
    what: '17: VM -> instance',
    objects: healthy,
    edge: 'vm/ns1/web|vmi/ns1/web|instance',
  },
  {
    what: '18: node -> instance',
    objects: healthy,
    edge: 'node/worker-0|vmi/ns1/web|host',
  },
  {
    what: '18: the node an instance moves to',
    objects: withObjects(
      healthy,
      vmi('ns1/web', {
        nics: ['vlan-100'],
        migration: { sourceNode: 'worker-0', targetNode: 'worker-1', completed: false },
      }),
    ),
    edge: 'node/worker-1|vmi/ns1/web|host',
    origin: 'intended',
    attributes: { migrationTarget: true },
  },
  {
    what: '18: a node that only the instance names',
    objects: withObjects(healthy, vmi('ns1/web', { nics: ['vlan-100'], node: 'gone-7' })),
    edge: 'node/gone-7|vmi/ns1/web|host',
  },
  {
    what: '19: network -> node, proven by the localnet patch port',
    objects: healthy,
    edge: 'network/vlan-100|node/worker-0|live',
  },
  {
    what: '20: Linux bridge -> NAD of the bridge CNI',
    objects: linuxBridge,
    edge: 'bridge/worker-0/br1|nad/ns1/lan|nad',
  },
  {
    what: '20: a bridge NAD that names an OVS bridge',
    objects: withObjects(healthy, bridgeNad('ns1/lan', { bridge: 'br-ex' })),
    edge: 'bridge/worker-0/br-ex|nad/ns1/lan|nad',
    state: 'broken',
    reason: 'needs a Linux bridge',
  },
  {
    what: '21: policy -> node, with the outcome there',
    objects: withObjects(
      healthy,
      nnce('worker-1', 'br-vmdata', { state: 'Failing', message: 'no\nNmstateError: X: why' }),
    ),
    edge: 'policy/br-vmdata|node/worker-1|policyNode',
    state: 'broken',
    reason: 'NmstateError: X: why',
  },
  {
    what: '21: policy -> a selected node without an enactment',
    objects: withoutObject(healthy, 'NodeNetworkConfigurationEnactment', 'worker-1.br-vmdata'),
    edge: 'policy/br-vmdata|node/worker-1|policyNode',
    state: 'unknown',
  },
  {
    what: '22: policy -> bridge it manages',
    objects: healthy,
    edge: 'policy/br-vmdata|bridge/worker-0/br-vmdata|manages',
    origin: 'both',
  },
  {
    what: '22: policy -> mapping it manages',
    objects: healthy,
    edge: 'policy/br-vmdata|mapping/worker-1/vmdata|manages',
  },
  {
    what: '22: policy -> NIC that the node does not have',
    objects: withObjects(
      healthy,
      nncp('lldp', { interfaces: [{ name: 'ens999', type: 'ethernet', state: 'up' }] }),
    ),
    edge: 'policy/lldp|nic/worker-0/ens999|manages',
    state: 'broken',
    origin: 'intended',
  },
  {
    what: '22: a second policy keeps its own edge to the same bridge',
    objects: withObjects(
      healthy,
      nncp('again', { interfaces: [{ name: 'br-vmdata', type: 'ovs-bridge', state: 'up' }] }),
    ),
    edge: 'policy/again|bridge/worker-0/br-vmdata|manages',
  },
  {
    what: '22: a thing that a policy wants gone and that is there',
    objects: withObjects(
      healthy,
      nncp('clean', { interfaces: [{ name: 'br-vmdata', type: 'ovs-bridge', state: 'absent' }] }),
    ),
    edge: 'policy/clean|bridge/worker-0/br-vmdata|manages',
    state: 'broken',
    attributes: { wants: 'absent' },
  },
  {
    what: 'policy -> enactment',
    objects: healthy,
    edge: 'policy/br-vmdata|enactment/worker-0/br-vmdata|enactment',
  },
  {
    what: '23: br-int -> cluster network',
    objects: healthy,
    edge: 'bridge/worker-0/br-int|clusterNetwork/10.128.0.0/14|clusterNetwork',
  },
  {
    what: '23: br-int -> service network',
    objects: healthy,
    edge: 'bridge/worker-0/br-int|serviceNetwork/172.30.0.0/16|clusterNetwork',
  },
  {
    what: 'machine network -> br-ex',
    objects: healthy,
    edge: 'machineNetwork/192.168.4.0/24|bridge/worker-0/br-ex|machineNetwork',
  },
  {
    what: '24: two networks with one VLAN on one bridge',
    objects: withObjects(
      healthy,
      ovnNad('ns2/storage', {
        config: { name: 'storage', physicalNetworkName: 'vmdata', vlanID: 100 },
      }),
    ),
    edge: 'network/storage|network/vlan-100|sameSegment',
  },
  {
    what: '24: the same over two localnets of one bridge',
    objects: withObjects(
      healthy,
      workerState('worker-0', { mappings: { vmdata: 'br-vmdata', vmdata2: 'br-vmdata' } }),
      ovnNad('ns2/storage', {
        config: { name: 'storage', physicalNetworkName: 'vmdata2', vlanID: 100 },
      }),
    ),
    edge: 'network/storage|network/vlan-100|sameSegment',
  },
  {
    what: 'node -> NIC',
    objects: healthy,
    edge: 'node/worker-0|nic/worker-0/ens224|host',
  },
  {
    what: 'multi-network policy -> NAD',
    objects: withObjects(
      healthy,
      object('k8s.cni.cncf.io/v1beta1', 'MultiNetworkPolicy', 'ns1/deny', {
        meta: { annotations: { 'k8s.v1.cni.cncf.io/policy-for': 'vlan-100' } },
      }),
    ),
    edge: 'multiNetworkPolicy/ns1/deny|nad/ns1/vlan-100|applies',
  },
];

describe('edges from the network to the VM', () => {
  it.each(ROWS)('$what', ({ objects, edge: id, state, origin, reason, attributes }) => {
    const graph = buildGraph(snapshot(objects));
    const edge = graph.edges.get(id);
    expect(edge?.id).toBe(id);
    expect(edge?.state).toBe(state ?? 'ok');
    if (origin !== undefined) expect(edge?.origin).toBe(origin);
    if (reason !== undefined)
      expect(formatText(edge?.reason ?? { template: '', values: {} })).toContain(reason);
    if (attributes !== undefined) expect(edge?.attributes).toMatchObject(attributes);
  });

  it.each([
    [
      'a policy without effect on the node has no edge to it',
      'policy/br-vmdata|node/master-0|policyNode',
    ],
    ['networks on different VLANs are no segment', 'network/storage|network/vlan-100|sameSegment'],
    ['absence of the patch port means nothing', 'network/vlan-100|node/worker-1|live'],
    ['a pod port is no uplink', 'nic/worker-0/vethd11b49b1|bridge/worker-0/br1|port'],
  ])('%s', (_what, id) => {
    const objects = withObjects(
      healthy,
      ovnNad('ns2/storage', {
        config: { name: 'storage', physicalNetworkName: 'vmdata', vlanID: 200 },
      }),
      workerState('worker-0', {
        nics: ['ens224', 'ens256'],
        bridges: [
          { name: 'br-vmdata', ports: ['ens224'], live: ['vlan-100'] },
          { name: 'br1', ports: ['ens256', 'vethd11b49b1'], linux: true },
        ],
        interfaces: [{ name: 'vethd11b49b1', type: 'veth', state: 'up', controller: 'br1' }],
      }),
      plain('ns2/empty'),
      node('worker-2'),
      nns('worker-2'),
    );
    expect(buildGraph(snapshot(objects)).edges.get(id)).toBeUndefined();
  });
});
