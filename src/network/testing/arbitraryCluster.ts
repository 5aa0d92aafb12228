/**
 * Clusters out of small pools of names for property tests: few nodes, bridges, networks, NADs
 * and VMs, so that objects keep meeting, missing and contradicting each other.
 */
import fc from 'fast-check';
import type { KubeObject } from '../../cluster/kubeObject';
import {
  oneOf,
  NODE,
  POLICY,
  NIC,
  BRIDGE,
  LOCALNET,
  NAMESPACE,
  NAD,
  NETWORK,
  VLAN,
  MTU,
  clean,
  object,
  maybe,
  some,
} from './arbitraryPools';
import type { Json } from './arbitraryPools';
import { vm, vmi } from './arbitraryVms';

const LABELS = fc.constantFrom<Json>(
  { 'kubevirt.io/schedulable': 'true', zone: 'a' },
  { 'kubevirt.io/schedulable': 'true', zone: 'b' },
  { zone: 'a', 'node-role.kubernetes.io/master': '' },
);

const node = fc.record({ name: NODE, labels: LABELS, ready: fc.boolean() }).map((o) =>
  object(
    'v1',
    'Node',
    { name: o.name, labels: o.labels },
    {
      status: {
        conditions: [{ type: 'Ready', status: o.ready ? 'True' : 'False' }],
        addresses: [{ type: 'InternalIP', address: '192.168.4.10' }],
      },
    },
  ),
);

const port = fc.oneof(
  NIC.map((name) => ({ name })),
  fc.record({
    name: oneOf('bond0', 'bond1'),
    'link-aggregation': fc.record({
      mode: oneOf('balance-slb', 'lacp'),
      port: some(NIC.map((name) => ({ name }))),
    }),
  }),
  fc.record({
    name: oneOf('e1', 'bond0', 'e1.10'),
    vlan: fc.constantFrom<unknown>(
      {},
      { mode: 'access', tag: 10 },
      { mode: 'trunk', 'trunk-tags': [{ 'id-range': { min: 2, max: 15 } }] },
    ),
  }),
);

const neighbor = fc
  .record({
    chassis: oneOf('aa:01', 'aa:02'),
    port: oneOf('ge-0/0/1', 'ge-0/0/2'),
    vlans: maybe(some(fc.constantFrom(10, 20))),
  })
  .map((o) => [
    { 'chassis-id': o.chassis, type: 1 },
    { 'port-id': o.port, type: 2 },
    ...(o.vlans ? [{ 'ieee-802-1-vlans': o.vlans.map((vid) => ({ vid, name: `v${vid}` })) }] : []),
  ]);

const nodeInterface = fc.oneof(
  fc
    .record({
      name: NIC,
      state: oneOf('up', 'down'),
      mtu: MTU,
      controller: maybe(oneOf('b1', 'bond0')),
      neighbors: some(neighbor, 2),
    })
    .map((o) =>
      clean({
        name: o.name,
        type: 'ethernet',
        state: o.state,
        mtu: o.mtu,
        controller: o.controller,
        ethernet: { 'auto-negotiation': true, speed: 1000 },
        lldp: { enabled: o.neighbors.length > 0, neighbors: o.neighbors },
      }),
    ),
  fc
    .record({ name: BRIDGE, type: oneOf('ovs-bridge', 'linux-bridge'), ports: some(port) })
    .map((o) => ({ name: o.name, type: o.type, state: 'up', bridge: { port: o.ports } })),
  fc.record({ name: BRIDGE }).map((o) => ({
    name: o.name,
    type: 'ovs-interface',
    state: 'up',
    controller: o.name,
    ipv4: { enabled: true, address: [{ ip: '192.168.4.10', 'prefix-length': 24 }] },
  })),
  fc.record({ members: some(NIC) }).map((o) => ({
    name: 'bond0',
    type: 'bond',
    state: 'up',
    'link-aggregation': { mode: 'active-backup', port: o.members },
  })),
  fc.record({ base: oneOf('e1', 'bond0', 'e1.10') }).map((o) => ({
    name: 'e1.10',
    type: 'vlan',
    state: 'up',
    vlan: { 'base-iface': o.base, id: 10 },
  })),
  fc.record({ network: oneOf('net.a', 'l1'), bridge: BRIDGE }).map((o) => ({
    name: `patch-${o.network}_ovn_localnet_port-to-br-int`,
    type: 'ovs-interface',
    state: 'ignore',
    controller: o.bridge,
    patch: { peer: `patch-br-int-to-${o.network}_ovn_localnet_port` },
  })),
  fc.constant({ name: 'br-int', type: 'ovs-interface', state: 'ignore', controller: 'br-int' }),
);

const mapping = fc.record({ localnet: LOCALNET, bridge: BRIDGE });

const nodeState = fc
  .record({
    name: NODE,
    interfaces: some(nodeInterface, 8),
    mappings: maybe(some(mapping)),
    empty: fc.boolean(),
  })
  .map((o) =>
    object(
      'nmstate.io/v1beta1',
      'NodeNetworkState',
      { name: o.name },
      {
        status:
          o.empty && o.interfaces.length === 0
            ? {}
            : {
                currentState: {
                  interfaces: o.interfaces,
                  ovn: o.mappings && { 'bridge-mappings': o.mappings },
                },
              },
      },
    ),
  );

const condition = (...types: readonly string[]): fc.Arbitrary<Json[]> =>
  some(
    fc.record({ type: oneOf(...types), status: oneOf('True', 'False'), message: oneOf('', 'why') }),
    2,
  );

const policy = fc
  .record({
    name: POLICY,
    selector: fc.constantFrom<Json | undefined>(undefined, { zone: 'a' }, { zone: 'b' }),
    interfaces: some(
      fc.oneof(
        fc.record({
          name: BRIDGE,
          type: oneOf('ovs-bridge', 'linux-bridge'),
          state: oneOf('up', 'absent'),
          bridge: fc.record({ port: some(port) }),
        }),
        fc.record({ name: NIC, type: oneOf('ethernet', ''), state: oneOf('up', 'absent') }),
      ),
    ),
    mappings: some(
      fc.record({ localnet: LOCALNET, bridge: BRIDGE, state: oneOf('present', 'absent') }),
    ),
    conditions: condition('Available', 'Degraded', 'Progressing'),
  })
  .map((o) =>
    object(
      'nmstate.io/v1',
      'NodeNetworkConfigurationPolicy',
      { name: o.name },
      {
        spec: {
          nodeSelector: o.selector,
          desiredState: { interfaces: o.interfaces, ovn: { 'bridge-mappings': o.mappings } },
        },
        status: { conditions: o.conditions },
      },
    ),
  );

const enactment = fc
  .record({
    node: NODE,
    policy: POLICY,
    suffix: oneOf('', '.again'),
    conditions: condition('Available', 'Failing', 'Progressing', 'Aborted'),
  })
  .map((o) =>
    object(
      'nmstate.io/v1beta1',
      'NodeNetworkConfigurationEnactment',
      {
        name: `${o.node}.${o.policy}${o.suffix}`,
        labels: { 'nmstate.io/node': o.node, 'nmstate.io/policy': o.policy },
      },
      { status: { conditions: o.conditions, policyGeneration: 1 } },
    ),
  );

const config = fc.oneof(
  fc
    .record({
      name: NETWORK,
      topology: oneOf('localnet', 'layer2', ''),
      physical: maybe(LOCALNET),
      vlan: VLAN,
      ns: NAMESPACE,
      nad: NAD,
      role: oneOf('', 'primary'),
    })
    .map((o) =>
      JSON.stringify({
        type: 'ovn-k8s-cni-overlay',
        name: o.name,
        topology: o.topology,
        physicalNetworkName: o.physical,
        vlanID: o.vlan,
        netAttachDefName: `${o.ns}/${o.nad}`,
        role: o.role,
      }),
    ),
  fc
    .record({ bridge: BRIDGE, vlan: VLAN })
    .map((o) => JSON.stringify({ type: 'bridge', name: 'x', bridge: o.bridge, vlan: o.vlan })),
  oneOf(
    '',
    '{',
    '[]',
    '{"type":"sriov"}',
    '{"plugins":[{"type":"cnv-bridge"},{"type":"cnv-tuning"}]}',
  ),
);

const nad = fc
  .record({ ns: NAMESPACE, name: NAD, config, owner: maybe(oneOf('c1', 'c9')) })
  .map((o) =>
    object(
      'k8s.cni.cncf.io/v1',
      'NetworkAttachmentDefinition',
      {
        name: o.name,
        namespace: o.ns,
        ownerReferences: o.owner && [
          { kind: 'ClusterUserDefinedNetwork', name: o.owner, uid: 'u', controller: true },
        ],
      },
      { spec: { config: o.config } },
    ),
  );

const cudn = fc
  .record({
    label: oneOf('x', 'y'),
    physical: LOCALNET,
    vlan: maybe(fc.constant(10)),
    topology: oneOf('Localnet', 'Layer2'),
    role: oneOf('Primary', 'Secondary'),
    conditions: condition('NetworkCreated'),
  })
  .map((o) =>
    object(
      'k8s.ovn.org/v1',
      'ClusterUserDefinedNetwork',
      { name: 'c1' },
      {
        spec: {
          namespaceSelector: { matchLabels: { pick: o.label } },
          network: {
            topology: o.topology,
            localnet: {
              role: 'Secondary',
              physicalNetworkName: o.physical,
              vlan: o.vlan && { mode: 'Access', access: { id: o.vlan } },
            },
            layer2: { role: o.role, subnets: ['10.0.0.0/16'] },
          },
        },
        status: { conditions: o.conditions },
      },
    ),
  );

const udn = fc.record({ ns: NAMESPACE, role: oneOf('Primary', 'Secondary') }).map((o) =>
  object(
    'k8s.ovn.org/v1',
    'UserDefinedNetwork',
    { name: 'u1', namespace: o.ns },
    {
      spec: { topology: 'Layer2', layer2: { role: o.role } },
    },
  ),
);

const namespace = fc
  .record({ name: NAMESPACE, label: oneOf('x', 'y', 'z') })
  .map((o) => object('v1', 'Namespace', { name: o.name, labels: { pick: o.label } }));

const clusterNetwork = fc.constantFrom(1400, 8900).map((mtu) =>
  object(
    'config.openshift.io/v1',
    'Network',
    { name: 'cluster' },
    {
      status: {
        networkType: 'OVNKubernetes',
        clusterNetwork: [{ cidr: '10.128.0.0/14', hostPrefix: 23 }],
        serviceNetwork: ['172.30.0.0/16'],
        clusterNetworkMTU: mtu,
      },
    },
  ),
);

const multiNetworkPolicy = fc.record({ ns: NAMESPACE, nad: oneOf('nad1', 'gone2') }).map((o) =>
  object('k8s.cni.cncf.io/v1beta1', 'MultiNetworkPolicy', {
    name: 'm1',
    namespace: o.ns,
    annotations: { 'k8s.v1.cni.cncf.io/policy-for': o.nad },
  }),
);

/** One object of any kind the graph is made of. */
export const arbitraryObject: fc.Arbitrary<KubeObject> = fc.oneof(
  node,
  { arbitrary: nodeState, weight: 3 },
  policy,
  enactment,
  { arbitrary: nad, weight: 3 },
  cudn,
  udn,
  namespace,
  { arbitrary: vm, weight: 2 },
  { arbitrary: vmi, weight: 2 },
  clusterNetwork,
  multiNetworkPolicy,
);

/** Objects of a small cluster; two of one name are two states of one object. */
export const arbitraryObjects: fc.Arbitrary<KubeObject[]> = fc.array(arbitraryObject, {
  maxLength: 30,
});
