/**
 * The cluster's default network on one node: external switch, gateway router, join switch,
 * cluster router, node switch, transit switch. In local gateway mode egress leaves through the
 * management port and the host's routing instead of the gateway router.
 * Source: ovn-kubernetes docs/design/topology.md, go-controller/pkg/types/const.go; domain
 * reference A.8, A.9, E.3.
 */
import type { OvnNodeAnnotations } from '../../cluster/nodeRecord';
import {
  BR_EX,
  DEFAULT_JOIN_SUBNET,
  DEFAULT_TRANSIT_SUBNET,
  PHYSNET,
  externalSwitchName,
  gatewayRouterName,
} from '../../cluster/ovnNames';
import type { OperatorNetworkRecord } from '../../cluster/clusterRecords';
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import { OK, unknown } from '../judgement';
import type { Judgement } from '../judgement';
import type { NetworkGraph } from '../networkGraph';
import { addressAt } from './addressAt';
import type { OvnBuilder } from './ovnBuilder';
import type { OvnView } from './ovnModel';

export const CLUSTER_ROUTER = 'ovn_cluster_router';
export const TRANSIT_SWITCH = 'transit_switch';
const MANAGEMENT_PORT = 'ovn-k8s-mp0';

const operatorOf = (graph: NetworkGraph): OperatorNetworkRecord | undefined => {
  for (const record of graph.snapshot.operatorNetworks.items.values()) return record;
  return undefined;
};

/** How egress leaves the node: the annotation, else the operator's setting. */
export const gatewayModeOf = (
  graph: NetworkGraph,
  ovn: OvnNodeAnnotations | undefined,
): OvnView['gatewayMode'] => {
  const mode = ovn?.gateway?.mode;
  if (mode === 'shared' || mode === 'local') return mode;
  const operator = operatorOf(graph);
  if (operator === undefined) return 'unknown';
  return operator.routingViaHost ? 'local' : 'shared';
};

/** Addresses from the annotation, else worked out from the node id. */
const perNode = (
  stated: readonly string[],
  range: string,
  nodeId: number | undefined,
): readonly string[] => {
  if (stated.length > 0 || nodeId === undefined) return stated;
  const address = addressAt(range, nodeId);
  return address === undefined ? [] : [address];
};

const unlessEmpty = (values: readonly string[], reason: Text): Judgement =>
  values.length === 0 ? unknown(reason) : OK;

/** Ids of the default network's parts on a node. */
export const nodeSwitchId = (node: string): string => `nodeSwitch/${node}`;

/** The address at this place of each of these subnets. */
export const firstHosts = (subnets: readonly string[], offset: number): readonly string[] =>
  subnets.map((subnet) => addressAt(subnet, offset)).filter((address) => address !== undefined);

/** Adds the default network of the node. */
export const addDefaultNetwork = (
  builder: OvnBuilder,
  graph: NetworkGraph,
  node: string,
  mode: OvnView['gatewayMode'],
): void => {
  const ovn = graph.nodes.get(node)?.record?.ovn;
  const operator = operatorOf(graph);
  const joinRange = operator?.joinSubnet || DEFAULT_JOIN_SUBNET;
  const transitRange = operator?.transitSubnet || DEFAULT_TRANSIT_SUBNET;
  const subnets = ovn?.subnets.default ?? [];
  const joinAddresses = perNode(ovn?.joinAddresses ?? [], joinRange, ovn?.nodeId);
  const transitAddresses = perNode(ovn?.transitAddresses ?? [], transitRange, ovn?.nodeId);
  const gateway = ovn?.gateway;
  const noAnnotation = text(
    'Node {{node}} does not carry the annotation of OVN-Kubernetes for this.',
    {
      node,
    },
  );

  const bridgeName = gateway?.bridgeId || BR_EX;
  const bridge = builder.addBridge(graph.nodes.get(node), node, bridgeName);
  const external = builder.add(
    `extSwitch/${externalSwitchName(node)}`,
    'extSwitch',
    externalSwitchName(node),
    {
      localnetPort: gateway?.interfaceId || `${bridgeName}_${node}`,
      network: PHYSNET,
      vlan: gateway?.vlanId || undefined,
    },
  );
  const gatewayRouter = builder.add(
    `gatewayRouter/${gatewayRouterName(node)}`,
    'gatewayRouter',
    gatewayRouterName(node),
    { addresses: gateway?.ipAddresses, mac: gateway?.mac, nextHops: gateway?.nextHops },
    gateway === undefined ? unknown(noAnnotation) : OK,
  );
  const join = builder.add('joinSwitch/join', 'joinSwitch', 'join', { subnet: joinRange });
  const router = builder.add(
    `clusterRouter/${CLUSTER_ROUTER}`,
    'clusterRouter',
    CLUSTER_ROUTER,
    { joinAddress: addressAt(joinRange, 1), transitAddresses },
    unlessEmpty(transitAddresses, noAnnotation),
  );
  const nodeSwitch = builder.add(
    nodeSwitchId(node),
    'nodeSwitch',
    node,
    { subnets, management: firstHosts(subnets, 2) },
    unlessEmpty(subnets, noAnnotation),
  );
  const transit = builder.add(`transitSwitch/${TRANSIT_SWITCH}`, 'transitSwitch', TRANSIT_SWITCH, {
    subnet: transitRange,
    nodes: graph.nodes.size,
  });

  builder.connect(bridge, external, 'localnetPort', {
    port: gateway?.interfaceId || `${bridgeName}_${node}`,
  });
  const gr = gatewayRouterName(node);
  builder.connect(external, gatewayRouter, 'routerPort', {
    switchPort: `etor-${gr}`,
    routerPort: `rtoe-${gr}`,
    addresses: gateway?.ipAddresses,
    mac: gateway?.mac,
  });
  builder.connect(gatewayRouter, join, 'routerPort', {
    switchPort: `jtor-${gr}`,
    routerPort: `rtoj-${gr}`,
    addresses: joinAddresses,
  });
  builder.connect(join, router, 'routerPort', {
    switchPort: `jtor-${CLUSTER_ROUTER}`,
    routerPort: `rtoj-${CLUSTER_ROUTER}`,
    addresses: addressAt(joinRange, 1),
  });
  builder.connect(transit, router, 'routerPort', {
    switchPort: `tstor-${node}`,
    routerPort: `rtots-${node}`,
    addresses: transitAddresses,
  });
  builder.connect(router, nodeSwitch, 'routerPort', {
    switchPort: `stor-${node}`,
    routerPort: `rtos-${node}`,
    addresses: firstHosts(subnets, 1),
  });
  const management = builder.add(
    `internalIf/${node}/${MANAGEMENT_PORT}`,
    'internalIf',
    MANAGEMENT_PORT,
    { addresses: firstHosts(subnets, 2) },
  );
  builder.connect(management, nodeSwitch, 'port', {
    port: `k8s-${node}`,
    addresses: firstHosts(subnets, 2),
  });
  // Local gateway mode: the host routes between the management port and br-ex.
  if (mode === 'local') builder.connect(bridge, management, 'host', { egress: true });
};
