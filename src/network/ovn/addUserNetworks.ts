/**
 * The user's networks on one node: a localnet switch with its localnet port per localnet network,
 * a layer2 switch per overlay, and the ports of the VMs that run here.
 * Source: ovn-kubernetes go-controller/pkg/types/const.go, pkg/util/multi_network.go; domain
 * reference A.9, E.3.
 */
import {
  layer2SwitchName,
  localnetPatchPort,
  localnetPortName,
  localnetSwitchName,
  ovnName,
  scopePrefix,
} from '../../cluster/ovnNames';
import { effectiveNadKey, effectiveNetwork } from '../nadReference';
import type { NetworkGraph, NetworkView, VnicView } from '../networkGraph';
import { CLUSTER_ROUTER, nodeSwitchId } from './addDefaultNetwork';
import type { OvnBuilder } from './ovnBuilder';

const addLocalnet = (
  builder: OvnBuilder,
  graph: NetworkGraph,
  network: NetworkView,
  node: string,
): string => {
  const name = localnetSwitchName(network.name);
  const port = localnetPortName(network.name);
  const view = graph.nodes.get(node);
  const bridge = view?.mappings?.get(network.physicalName);
  const plumbed = view?.byTypeAndName.has(`ovs-interface ${localnetPatchPort(network.name)}`);
  const switchId = builder.add(`localnetSwitch/${name}`, 'localnetSwitch', name, {
    network: network.name,
    mtu: network.mtu,
    subnets: network.subnets,
  });
  const portId = builder.add(`localnetPort/${port}`, 'localnetPort', port, {
    physicalNetwork: network.physicalName,
    tag: network.vlan,
    plumbed,
  });
  builder.connect(portId, switchId, 'port', { tag: network.vlan });
  if (bridge !== undefined) {
    const bridgeId = builder.add(`bridge/${node}/${bridge}`, 'bridge', bridge);
    builder.connect(bridgeId, portId, 'patch', { port: localnetPatchPort(network.name) });
  }
  return switchId;
};

const addOverlay = (builder: OvnBuilder, network: NetworkView, node: string): string => {
  const prefix = scopePrefix(network.name);
  if (network.topology === 'layer3') {
    // A layer3 network has a router of its own and one switch per node.
    const routerName = `${prefix}${CLUSTER_ROUTER}`;
    const router = builder.add(`clusterRouter/${routerName}`, 'clusterRouter', routerName);
    const switchName = `${prefix}${node}`;
    const switchId = builder.add(`nodeSwitch/${switchName}`, 'nodeSwitch', switchName, {
      network: network.name,
      subnets: network.subnets,
    });
    builder.connect(router, switchId, 'routerPort', {
      switchPort: `stor-${switchName}`,
      routerPort: `rtos-${switchName}`,
    });
    return switchId;
  }
  const name = layer2SwitchName(network.name);
  const switchId = builder.add(`layer2Switch/${name}`, 'layer2Switch', name, {
    network: network.name,
    mtu: network.mtu,
    subnets: network.subnets,
  });
  if (network.primary) {
    const routerName = `${prefix}transit_router`;
    const gatewayName = `GR_${prefix}${node}`;
    const router = builder.add(`transitRouter/${routerName}`, 'transitRouter', routerName);
    const gateway = builder.add(`gatewayRouter/${gatewayName}`, 'gatewayRouter', gatewayName);
    builder.connect(gateway, router, 'routerPort');
    builder.connect(router, switchId, 'routerPort');
  }
  return switchId;
};

const portName = (vnic: VnicView, nadKey: string | undefined): string => {
  const pod = `${vnic.namespace}_virt-launcher-${vnic.vmName}`;
  return nadKey === undefined ? pod : `${ovnName(nadKey)}_${pod}`;
};

const addVmPort = (builder: OvnBuilder, vnic: VnicView, nadKey: string | undefined): string =>
  builder.add(vnic.id, 'vmPort', vnic.name, {
    vm: `${vnic.namespace}/${vnic.vmName}`,
    portPrefix: portName(vnic, nadKey),
    mac: vnic.status?.mac || vnic.instanceNic?.mac,
    ips: vnic.status?.ips,
  });

/** Where a VM NIC is plugged in OVN, where it is plugged there at all. */
const switchOf = (
  graph: NetworkGraph,
  vnic: VnicView,
  switches: ReadonlyMap<string, string>,
  node: string,
): string | undefined => {
  if (effectiveNetwork(vnic)?.source.type === 'pod') {
    const primary = graph.primaryNetworkOf(vnic.namespace);
    return primary === undefined ? nodeSwitchId(node) : switches.get(primary.name);
  }
  const nadKey = effectiveNadKey(vnic);
  const network = nadKey === undefined ? undefined : graph.networkOfNad(nadKey);
  return network && switches.get(network.name);
};

/** Adds the user's networks and the VMs of the node. */
export const addUserNetworks = (builder: OvnBuilder, graph: NetworkGraph, node: string): void => {
  const mappings = graph.nodes.get(node)?.mappings;
  const switches = new Map<string, string>();
  for (const network of graph.networks.values()) {
    if (network.topology === 'localnet') {
      // Unmapped here, the network still has its switch in this node's database, but no port.
      if (mappings !== undefined && !mappings.has(network.physicalName)) continue;
      switches.set(network.name, addLocalnet(builder, graph, network, node));
    } else if (network.topology !== '') {
      switches.set(network.name, addOverlay(builder, network, node));
    }
  }
  for (const vm of graph.vmsOnNode(node)) {
    for (const vnic of vm.vnics) {
      const switchId = switchOf(graph, vnic, switches, node);
      if (switchId === undefined) continue;
      builder.connect(switchId, addVmPort(builder, vnic, effectiveNadKey(vnic)), 'port');
    }
  }
};
