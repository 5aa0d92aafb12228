/**
 * Networks that the cluster has already and that are what is wished: the same VLAN, reachable on
 * the chosen nodes. To use one is the least change of all, so the form offers them first.
 */
import { BR_EX } from '../cluster/ovnNames';
import type { NetworkGraph, NetworkView, NodeView } from '../network/networkGraph';
import { cudnNameOf } from '../network/networkView';
import type { FlowId, UplinkChoice } from './attachIntent';
import { brExFacts } from './brExFacts';
import { isBlind } from './isBlind';
import { nodesOfIntent } from './nodeChoices';
import { perNodes } from './perNodes';
import type { Wish } from './wish';

export interface NetworkOffer {
  /** What `networkName` becomes. */
  readonly name: string;
  readonly flow: FlowId;
  readonly uplink: UplinkChoice;
  /** The VLAN it reaches, whoever adds the tag; undefined is untagged, or an overlay. */
  readonly vlan?: number;
  /** Projects that have it already, sorted. */
  readonly projects: readonly string[];
  /** VM NICs that use it. */
  readonly users: number;
}

interface Question {
  readonly graph: NetworkGraph;
  readonly wish: Wish;
  readonly nodes: readonly NodeView[];
  /** Whether a network that reaches this VLAN will do; undefined is untagged. */
  readonly fits: (vlan: number | undefined) => boolean;
}

/** Most used first. */
export const networkOffers = (graph: NetworkGraph, wish: Wish): readonly NetworkOffer[] => {
  const { reach } = wish;
  const wanted = reach.type === 'vlan' ? reach.vlan : undefined;
  return offersFor(graph, wish, (vlan) => vlan === wanted);
};

/** For a wish that does not say its VLAN yet: the networks of all VLANs. */
export const vlanOffers = (graph: NetworkGraph, wish: Wish): readonly NetworkOffer[] =>
  offersFor(graph, wish, (vlan) => vlan !== undefined);

const offersFor = (
  graph: NetworkGraph,
  wish: Wish,
  fits: Question['fits'],
): readonly NetworkOffer[] => {
  const question = { graph, wish, fits, nodes: nodesOfIntent(graph, wish) };
  const offers: NetworkOffer[] = [];
  for (const network of graph.networks.values()) {
    const offer = ovnOffer(question, network);
    if (offer !== undefined) offers.push(offer);
  }
  offers.push(...bridgeOffers(question));
  return offers.sort((a, b) => b.users - a.users || (a.name < b.name ? -1 : 1));
};

const ovnOffer = (
  { graph, wish, nodes, fits }: Question,
  network: NetworkView,
): NetworkOffer | undefined => {
  if (network.primary || network.udn !== undefined) return undefined;
  if (!sameAddresses(network, wish)) return undefined;
  // Most networks are not what is wished: who uses them is looked up for those that are.
  const common = () => ({
    name: cudnNameOf(network) ?? network.name,
    projects: [...new Set(network.nads.map((nad) => nad.meta.namespace))].sort(),
    users: graph.vnicsOfNetwork(network.name).length,
  });
  if (wish.reach.type === 'overlay') {
    if (network.topology !== 'layer2' || cudnNameOf(network) !== undefined) return undefined;
    return { ...common(), flow: 'layer2', uplink: { type: 'none' } };
  }
  if (network.topology !== 'localnet' || wish.reach.type === 'trunk') return undefined;
  if (isBlind(graph, nodes)) {
    if (network.nads.length === 0 || !fits(network.vlan)) return undefined;
    return {
      ...common(),
      flow: cudnNameOf(network) === undefined ? 'dedicatedNic' : 'cudnLocalnet',
      uplink: { type: 'unseen', bridge: '' },
      ...(network.vlan === undefined ? {} : { vlan: network.vlan }),
    };
  }
  const bridge = commonBridge(nodes, network.physicalName);
  if (bridge === undefined) return undefined;
  const reached = reachedVlan(network.vlan, nodes, bridge);
  if (reached === undefined || !fits(reached.vlan)) return undefined;
  return {
    ...common(),
    flow: flowOf(network, bridge),
    uplink: { type: 'existingBridge', bridge },
    ...reached,
  };
};

const sameAddresses = (network: NetworkView, { addressing }: Wish): boolean => {
  const wanted = addressing.type === 'cluster' ? addressing.subnets : [];
  return [...wanted].sort().join() === [...network.subnets].sort().join();
};

/** The bridge that all nodes map the localnet to; undefined where one does not. */
const commonBridge = perNodes((nodes, localnet) => {
  const bridges = new Set(nodes.map((node) => node.mappings?.get(localnet)));
  const [bridge] = bridges;
  return bridges.size === 1 ? bridge : undefined;
});

/** VLANs that the bridge is inside of on the nodes; undefined among them where it is in none. */
const insideVlans = perNodes(
  (nodes, bridge) => new Set(nodes.map((node) => node.bridges.get(bridge)?.insideVlan)),
);

/**
 * The VLAN behind a bridge for frames with this tag: untagged on a bridge that is inside a VLAN is
 * that VLAN too (D.4, option a). Undefined where nodes differ, or frames would be tagged twice.
 */
const reachedVlan = (
  tag: number | undefined,
  nodes: readonly NodeView[],
  bridge: string,
): { readonly vlan?: number } | undefined => {
  const inside = insideVlans(nodes, bridge);
  const [outer] = inside;
  if (inside.size > 1 || (outer !== undefined && tag !== undefined)) return undefined;
  const vlan = tag ?? outer;
  return vlan === undefined ? {} : { vlan };
};

const flowOf = (network: NetworkView, bridge: string): FlowId => {
  if (cudnNameOf(network) !== undefined) return 'cudnLocalnet';
  if (bridge !== BR_EX) return 'dedicatedNic';
  return network.vlan === undefined ? 'sharedUntagged' : 'sharedNative';
};

/** NADs of the bridge CNI, by name and bridge: each name may stand in several projects. */
const bridgeOffers = ({ graph, wish, nodes, fits }: Question): readonly NetworkOffer[] => {
  if (wish.reach.type === 'overlay' || wish.reach.type === 'trunk') return [];
  if (wish.addressing.type === 'cluster') return [];
  const blind = isBlind(graph, nodes);
  if (nodes.length === 0 && !blind) return [];
  const found = new Map<string, NetworkOffer>();
  for (const [key, nad] of graph.snapshot.nads.items) {
    if (!('plugin' in nad.config) || nad.config.plugin.family !== 'bridge') continue;
    const { bridge, vlan, vlanTrunk } = nad.config.plugin;
    if (vlanTrunk.length > 0 || !(blind || isLinuxBridge(nodes, bridge))) continue;
    const reached = reachedVlan(vlan?.value === 0 ? undefined : vlan?.value, nodes, bridge);
    if (reached === undefined || !fits(reached.vlan)) continue;
    const id = `${nad.meta.name} ${bridge} ${reached.vlan ?? ''}`;
    const known = found.get(id);
    found.set(id, {
      name: nad.meta.name,
      flow:
        nodes[0]?.bridges.get(bridge)?.insideVlan === undefined ? 'linuxBridge' : 'sharedTagged',
      uplink: { type: blind ? 'unseen' : 'existingBridge', bridge },
      ...reached,
      projects: [...(known?.projects ?? []), nad.meta.namespace].sort(),
      users: (known?.users ?? 0) + graph.vnicsOfNad(key).length,
    });
  }
  return [...found.values()];
};

const isLinuxBridge = perNodes((nodes, name) =>
  nodes.every((node) => node.bridges.get(name)?.ovs === false),
);

/** The VLAN that an untagged network on br-ex ends up in, where br-ex itself is inside one. */
export const vlanOfBrEx = (nodes: readonly NodeView[]): number | undefined => {
  const { insideVlans, isMixed } = brExFacts(nodes);
  return isMixed ? undefined : insideVlans[0];
};
