/**
 * The state of a node before any policy is applied, as NodeNetworkState reports it on OpenShift:
 * br-ex as OVS bridge and as internal interface of the same name, br-int only as its internal
 * interface, ovn-k8s-mp0, the patch ports of the default gateway, Geneve, loopback and the NICs.
 * Source: real NodeNetworkState objects of OVN-Kubernetes clusters.
 */
import { InterfaceTable } from '../operators/nmstate/InterfaceTable';
import { stableHex, stableMac } from '../operators/nmstate/stableHash';
import type { CurrentState, NmInterface, Route } from '../operators/nmstateTypes';
import { gatewayPatchPorts } from '../operators/ovn/ovnNames';
import { buildNeighbor } from './buildNeighbors';
import { firstNic, nicMac, nodeSubnet } from './buildNode';
import type { ClusterPlan, NicPlan, NodePlan } from './clusterPlan';
import { CLUSTER_MTU } from './clusterPlan';

const off = () => ({ ipv4: { enabled: false }, ipv6: { enabled: false } });

export function buildNodeState(node: NodePlan, plan: ClusterPlan): CurrentState {
  const interfaces = [
    ...node.nics.map((nic) => physicalNic(node, nic)),
    ...(node.bonds ?? []).map((bond) => bondInterface(node, bond)),
    ...(node.vlans ?? []).map((vlan) => vlanInterface(node, vlan)),
    ...externalBridge(node, plan),
    ...overlay(node),
    loopback(),
    ...podVeths(node),
  ];
  const running = routes(node, plan);
  return {
    'dns-resolver': {
      config: {},
      running: { search: ['lab.example.com'], server: [plan.machineNetwork.gateway] },
    },
    interfaces: new InterfaceTable(interfaces).toList(),
    ovn: { 'bridge-mappings': [{ bridge: 'br-ex', localnet: 'physnet' }] },
    routes: { config: [], running },
  };
}

function controllerOf(node: NodePlan, name: string): { controller?: string } {
  if (node.uplink === name) return { controller: 'br-ex' };
  const bond = node.bonds?.find(({ members }) => members.includes(name));
  return bond ? { controller: bond.name } : {};
}

function physicalNic(node: NodePlan, nic: NicPlan): NmInterface {
  const mac = nicMac(node.name, nic.name);
  const [ip, prefix] = nic.address?.split('/') ?? [];
  const { switchPort } = nic;
  const port: NmInterface = {
    'accept-all-mac-addresses': false,
    ...controllerOf(node, nic.name),
    driver: nic.driver ?? 'vmxnet3',
    ethernet: {
      'auto-negotiation': false,
      ...(nic.speed === undefined ? {} : { duplex: 'full', speed: nic.speed }),
      ...(nic.virtualFunctions ? { 'sr-iov': { 'total-vfs': nic.virtualFunctions } } : {}),
    },
    identifier: 'name',
    ...off(),
    ...(ip === undefined
      ? {}
      : {
          ipv4: { address: [{ ip, 'prefix-length': Number(prefix) }], dhcp: false, enabled: true },
        }),
    lldp: switchPort?.heard
      ? { enabled: true, neighbors: [buildNeighbor(switchPort)] }
      : { enabled: false },
    'mac-address': mac,
    'max-mtu': 9190,
    'min-mtu': 60,
    mtu: nic.mtu ?? 1500,
    name: nic.name,
    'permanent-mac-address': mac,
    state: nic.state ?? 'up',
    type: 'ethernet',
  };
  return port;
}

function bondInterface(node: NodePlan, bond: NonNullable<NodePlan['bonds']>[number]): NmInterface {
  return {
    'accept-all-mac-addresses': false,
    ...controllerOf(node, bond.name),
    ...off(),
    'link-aggregation': {
      mode: bond.mode,
      options: { miimon: 100 },
      port: [...bond.members],
    },
    lldp: { enabled: false },
    'mac-address': nicMac(node.name, bond.members[0] ?? bond.name),
    'max-mtu': 65535,
    'min-mtu': 68,
    mtu: 1500,
    name: bond.name,
    state: 'up',
    type: 'bond',
  };
}

function vlanInterface(node: NodePlan, vlan: NonNullable<NodePlan['vlans']>[number]): NmInterface {
  return {
    'accept-all-mac-addresses': false,
    ...controllerOf(node, vlan.name),
    ...off(),
    lldp: { enabled: false },
    'mac-address': nicMac(node.name, firstNic(node)),
    'max-mtu': 65535,
    'min-mtu': 0,
    mtu: 1500,
    name: vlan.name,
    state: 'up',
    type: 'vlan',
    vlan: { 'base-iface': vlan.base, id: vlan.id, protocol: '802.1q' },
  };
}

const patch = (name: string, controller: string, peer: string): NmInterface => ({
  controller,
  name,
  patch: { peer },
  state: 'ignore',
  type: 'ovs-interface',
});

function externalBridge(node: NodePlan, { machineNetwork }: ClusterPlan): NmInterface[] {
  const { onBridge, onIntegration } = gatewayPatchPorts(node.name);
  const mac = nicMac(node.name, firstNic(node));
  return [
    {
      bridge: {
        options: {
          datapath: '',
          'fail-mode': '',
          'mcast-snooping-enable': false,
          rstp: false,
          stp: { enabled: false },
        },
        port: [{ name: 'br-ex' }, { name: node.uplink }, { name: onBridge }],
      },
      lldp: { enabled: false },
      name: 'br-ex',
      state: 'up',
      type: 'ovs-bridge',
    },
    {
      controller: 'br-ex',
      ipv4: {
        address: [
          { ip: node.ip, 'prefix-length': machineNetwork.prefix },
          { ip: '169.254.0.2', 'prefix-length': 17 },
        ],
        dhcp: true,
        enabled: true,
      },
      ipv6: { enabled: false },
      'mac-address': mac,
      mtu: 1500,
      name: 'br-ex',
      'profile-name': 'ovs-if-br-ex',
      state: 'up',
      type: 'ovs-interface',
    },
    patch(onBridge, 'br-ex', onIntegration),
    patch(onIntegration, 'br-int', onBridge),
  ];
}

function overlay(node: NodePlan): NmInterface[] {
  const subnet = nodeSubnet(node.id);
  return [
    {
      controller: 'br-int',
      ...off(),
      'mac-address': stableMac('DA:6D:D4', node.name),
      mtu: CLUSTER_MTU,
      name: 'br-int',
      state: 'ignore',
      type: 'ovs-interface',
    },
    {
      controller: 'br-int',
      ipv4: { address: [{ ip: subnet.port, 'prefix-length': 23 }], enabled: true },
      ipv6: { enabled: false },
      'mac-address': stableMac('0A:58:0A', node.name),
      mtu: CLUSTER_MTU,
      name: 'ovn-k8s-mp0',
      state: 'ignore',
      type: 'ovs-interface',
    },
    {
      controller: 'ovs-system',
      ethernet: {},
      ...off(),
      'mac-address': stableMac('62:FB:EC', node.name),
      'max-mtu': 65465,
      'min-mtu': 68,
      mtu: 65000,
      name: 'genev_sys_6081',
      state: 'ignore',
      type: 'ethernet',
    },
  ];
}

const loopback = (): NmInterface => ({
  ipv4: { address: [{ ip: '127.0.0.1', 'prefix-length': 8 }], enabled: true },
  ipv6: { address: [{ ip: '::1', 'prefix-length': 128 }], enabled: true },
  'mac-address': '00:00:00:00:00:00',
  mtu: 65536,
  name: 'lo',
  state: 'up',
  type: 'loopback',
});

function podVeths(node: NodePlan): NmInterface[] {
  return Array.from({ length: node.podVeths ?? 0 }, (_unused, index) => ({
    controller: 'ovs-system',
    ...off(),
    'mac-address': stableMac('7E:0C:5D', `${node.name}/${index}`),
    mtu: CLUSTER_MTU,
    name: stableHex(`pod/${node.name}/${index}`, 15),
    state: 'up',
    type: 'veth',
  }));
}

function routes(node: NodePlan, { machineNetwork }: ClusterPlan): Route[] {
  const subnet = nodeSubnet(node.id);
  return [
    {
      destination: '0.0.0.0/0',
      metric: 48,
      'next-hop-address': machineNetwork.gateway,
      'next-hop-interface': 'br-ex',
      'table-id': 254,
    },
    {
      destination: '10.128.0.0/14',
      'next-hop-address': subnet.gateway,
      'next-hop-interface': 'ovn-k8s-mp0',
      state: 'ignore',
      'table-id': 254,
    },
    {
      destination: '172.30.0.0/16',
      mtu: CLUSTER_MTU,
      'next-hop-address': '169.254.0.4',
      'next-hop-interface': 'br-ex',
      'table-id': 254,
    },
  ];
}
