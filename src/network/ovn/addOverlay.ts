/**
 * An overlay network on one node. A layer2 network is one switch across all nodes; a layer3
 * network has a router of its own, a switch per node and a transit switch between the nodes. A
 * primary one has its own gateway out through br-ex as well.
 * Source: ovn-kubernetes go-controller/pkg/types/const.go, pkg/util/multi_network.go; domain
 * reference A.3.2, A.9, E.3.
 */
import { BR_EX, PHYSNET, layer2SwitchName, scopePrefix } from '../../cluster/ovnNames';
import { CLUSTER_ROUTER, TRANSIT_SWITCH, firstHosts } from './addDefaultNetwork';
import type { NetworkOnNode } from './networkOnNode';

/** The way out of a primary network on this node, up to its first router or switch. */
const addGateway = ({ builder, graph, network, node }: NetworkOnNode): string => {
  const scoped = `${scopePrefix(network.name)}${node}`;
  const bridge = builder.addBridge(graph.nodes.get(node), node, BR_EX);
  const external = `ext_${scoped}`;
  const gateway = `GR_${scoped}`;
  const localnetPort = `${BR_EX}_${scoped}`;
  const externalId = builder.add(`extSwitch/${external}`, 'extSwitch', external, {
    localnetPort,
    network: PHYSNET,
  });
  const gatewayId = builder.add(`gatewayRouter/${gateway}`, 'gatewayRouter', gateway, {
    network: network.name,
  });
  builder.connect(bridge, externalId, 'localnetPort', { port: localnetPort });
  builder.connect(externalId, gatewayId, 'routerPort', {
    switchPort: `etor-${gateway}`,
    routerPort: `rtoe-${gateway}`,
  });
  return gatewayId;
};

const addLayer2 = (part: NetworkOnNode): string => {
  const { builder, graph, network, ports } = part;
  const name = layer2SwitchName(network.name);
  const switchId = builder.add(`layer2Switch/${name}`, 'layer2Switch', name, {
    network: network.name,
    mtu: network.mtu,
    subnets: network.subnets,
    nodes: graph.nodes.size,
    ports,
  });
  if (!network.primary) return switchId;
  const gatewayId = addGateway(part);
  const routerName = `${scopePrefix(network.name)}transit_router`;
  const router = builder.add(`transitRouter/${routerName}`, 'transitRouter', routerName, {
    network: network.name,
  });
  builder.connect(gatewayId, router, 'routerPort');
  builder.connect(router, switchId, 'routerPort', {
    switchPort: `stor-${name}`,
    routerPort: `rtos-${name}`,
  });
  return switchId;
};

const addLayer3 = (part: NetworkOnNode): string => {
  const { builder, graph, network, node, ports } = part;
  const prefix = scopePrefix(network.name);
  const routerName = `${prefix}${CLUSTER_ROUTER}`;
  const router = builder.add(`clusterRouter/${routerName}`, 'clusterRouter', routerName, {
    network: network.name,
  });
  const transitName = `${prefix}${TRANSIT_SWITCH}`;
  const transit = builder.add(`transitSwitch/${transitName}`, 'transitSwitch', transitName, {
    network: network.name,
    nodes: graph.nodes.size,
  });
  const switchName = `${prefix}${node}`;
  const own = graph.nodes.get(node)?.record?.ovn.subnets[network.name] ?? [];
  const switchId = builder.add(`nodeSwitch/${switchName}`, 'nodeSwitch', switchName, {
    network: network.name,
    mtu: network.mtu,
    subnets: own.length > 0 ? own : network.subnets,
    ports,
  });
  builder.connect(transit, router, 'routerPort', {
    switchPort: `tstor-${switchName}`,
    routerPort: `rtots-${switchName}`,
  });
  builder.connect(router, switchId, 'routerPort', {
    switchPort: `stor-${switchName}`,
    routerPort: `rtos-${switchName}`,
    addresses: firstHosts(own, 1),
  });
  if (network.primary) {
    const joinName = `${prefix}join`;
    const join = builder.add(`joinSwitch/${joinName}`, 'joinSwitch', joinName, {
      network: network.name,
    });
    builder.connect(addGateway(part), join, 'routerPort');
    builder.connect(join, router, 'routerPort');
  }
  return switchId;
};

/** Adds a layer2 or layer3 network; gives the id of the switch that VMs of this node are on. */
export const addOverlay = (part: NetworkOnNode): string =>
  part.network.topology === 'layer3' ? addLayer3(part) : addLayer2(part);
