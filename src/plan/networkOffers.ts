/**
 * Networks that the cluster has already and that are what is wished: the same VLAN, reachable on
 * the chosen nodes. To use one is the least change of all, so the form offers them first.
 */
import { BR_EX } from '../cluster/ovnNames';
import type { NetworkGraph, NetworkView, NodeView } from '../network/networkGraph';
import type { FlowId, UplinkChoice } from './attachIntent';
import { brExFacts } from './brExFacts';
import { nodesOfIntent } from './nodeChoices';
import type { Wish } from './wish';

export interface NetworkOffer {
  /** What `networkName` becomes. */
  readonly name: string;
  readonly flow: FlowId;
  readonly uplink: UplinkChoice;
  readonly vlan?: number;
  /** Projects that have it already, sorted. */
  readonly projects: readonly string[];
  /** VM NICs that use it. */
  readonly users: number;
}

/** Most used first. */
export const networkOffers = (graph: NetworkGraph, wish: Wish): readonly NetworkOffer[] => {
  const nodes = nodesOfIntent(graph, wish);
  const offers: NetworkOffer[] = [];
  for (const network of graph.networks.values()) {
    const offer = ovnOffer(graph, wish, nodes, network);
    if (offer !== undefined) offers.push(offer);
  }
  offers.push(...bridgeOffers(graph, wish, nodes));
  return offers.sort((a, b) => b.users - a.users || (a.name < b.name ? -1 : 1));
};

const ovnOffer = (
  graph: NetworkGraph,
  wish: Wish,
  nodes: readonly NodeView[],
  network: NetworkView,
): NetworkOffer | undefined => {
  if (network.primary || network.udn !== undefined) return undefined;
  if (!sameAddresses(network, wish)) return undefined;
  const common = {
    name: network.cudn?.meta.name ?? network.name,
    projects: [...new Set(network.nads.map((nad) => nad.meta.namespace))].sort(),
    users: graph.vnicsOfNetwork(network.name).length,
  };
  if (wish.reach.type === 'overlay') {
    if (network.topology !== 'layer2' || network.cudn !== undefined) return undefined;
    return { ...common, flow: 'layer2', uplink: { type: 'none' } };
  }
  if (network.topology !== 'localnet' || wish.reach.type === 'trunk') return undefined;
  const bridge = commonBridge(network, nodes);
  if (bridge === undefined || !carries(network, wish, nodes, bridge)) return undefined;
  return {
    ...common,
    flow: flowOf(network, bridge),
    uplink: { type: 'existingBridge', bridge },
    ...(network.vlan === undefined ? {} : { vlan: network.vlan }),
  };
};

const sameAddresses = (network: NetworkView, { addressing }: Wish): boolean => {
  const wanted = addressing.type === 'cluster' ? addressing.subnets : [];
  return [...wanted].sort().join() === [...network.subnets].sort().join();
};

/** The bridge that all chosen nodes map the network to; undefined where one does not. */
const commonBridge = (network: NetworkView, nodes: readonly NodeView[]): string | undefined => {
  const bridges = new Set(nodes.map((node) => node.mappings?.get(network.physicalName)));
  const [bridge] = bridges;
  return bridges.size === 1 ? bridge : undefined;
};

/** Untagged on a bridge that is inside the wished VLAN is that VLAN too (D.4, option a). */
const carries = (
  network: NetworkView,
  { reach }: Wish,
  nodes: readonly NodeView[],
  bridge: string,
): boolean => {
  const inside = new Set(nodes.map((node) => node.bridges.get(bridge)?.insideVlan));
  const [vlan] = inside;
  if (inside.size !== 1) return false;
  const wanted = reach.type === 'vlan' ? reach.vlan : undefined;
  return vlan === undefined
    ? network.vlan === wanted
    : network.vlan === undefined && vlan === wanted;
};

const flowOf = (network: NetworkView, bridge: string): FlowId => {
  if (network.cudn !== undefined) return 'cudnLocalnet';
  if (bridge !== BR_EX) return 'dedicatedNic';
  return network.vlan === undefined ? 'sharedUntagged' : 'sharedNative';
};

/** NADs of the bridge CNI, by name and bridge: each name may stand in several projects. */
const bridgeOffers = (
  graph: NetworkGraph,
  wish: Wish,
  nodes: readonly NodeView[],
): readonly NetworkOffer[] => {
  if (wish.reach.type === 'overlay' || wish.reach.type === 'trunk') return [];
  if (wish.addressing.type === 'cluster') return [];
  const wanted = wish.reach.type === 'vlan' ? wish.reach.vlan : undefined;
  const found = new Map<string, NetworkOffer>();
  for (const [key, nad] of graph.snapshot.nads.items) {
    if (!('plugin' in nad.config) || nad.config.plugin.family !== 'bridge') continue;
    const { bridge, vlan, vlanTrunk } = nad.config.plugin;
    const views = nodes.map((node) => node.bridges.get(bridge));
    if (vlanTrunk.length > 0 || nodes.length === 0) continue;
    if (!views.every((view) => view !== undefined && !view.ovs)) continue;
    const inside = views[0]?.insideVlan;
    const tag = vlan === undefined || vlan.value === 0 ? undefined : vlan.value;
    if (inside === undefined ? tag !== wanted : tag !== undefined || inside !== wanted) continue;
    const id = `${nad.meta.name} ${bridge}`;
    const known = found.get(id);
    found.set(id, {
      name: nad.meta.name,
      flow: inside === undefined ? 'linuxBridge' : 'sharedTagged',
      uplink: { type: 'existingBridge', bridge },
      ...(wanted === undefined ? {} : { vlan: wanted }),
      projects: [...(known?.projects ?? []), nad.meta.namespace].sort(),
      users: (known?.users ?? 0) + graph.vnicsOfNad(key).length,
    });
  }
  return [...found.values()];
};

/** The VLAN that an untagged network on br-ex ends up in, where br-ex itself is inside one. */
export const vlanOfBrEx = (nodes: readonly NodeView[]): number | undefined => {
  const { insideVlans, isMixed } = brExFacts(nodes);
  return isMixed ? undefined : insideVlans[0];
};
