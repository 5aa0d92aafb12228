/**
 * What each bridge of each node carries for VMs: localnets mapped to an OVS bridge, bridge-CNI
 * NADs on a Linux bridge (domain reference B.1, A.4.4). `physnet` maps br-ex on every node of
 * OVN-Kubernetes, so it counts only where a network uses it.
 */
import type { NadRecord } from '../../cluster/nadRecord';
import { PHYSNET } from '../../cluster/ovnNames';
import type { BridgeView, NetworkGraph, NetworkView, NodeView } from '../../network/networkGraph';
import { entityId } from '../../network/model';
import { bridgeNads } from '../nadFacts';
import { perGraph } from './perGraph';

export interface BridgeUse {
  readonly node: NodeView;
  readonly bridge: BridgeView;
  /** Localnets that the node maps to the bridge. */
  readonly localnets: readonly string[];
  /** OVN networks of those localnets. */
  readonly networks: readonly NetworkView[];
  /** NADs of the bridge CNI that name the bridge. */
  readonly nads: readonly NadRecord[];
}

/** Bridge name -> NADs of the bridge CNI that name it. */
export const linuxBridgeNads = perGraph(
  (graph): ReadonlyMap<string, readonly NadRecord[]> => {
    const index = new Map<string, NadRecord[]>();
    for (const { nad, plugin } of bridgeNads(graph)) {
      const { bridge } = plugin;
      const kept = index.get(bridge);
      if (kept === undefined) index.set(bridge, [nad]);
      else kept.push(nad);
    }
    return index;
  },
  { of: ['nads'] },
);

const localnetsByBridge = (node: NodeView): ReadonlyMap<string, readonly string[]> => {
  const index = new Map<string, string[]>();
  for (const [localnet, bridge] of node.mappings ?? []) {
    const kept = index.get(bridge);
    if (kept === undefined) index.set(bridge, [localnet]);
    else kept.push(localnet);
  }
  return index;
};

const NO_NETWORKS: readonly NetworkView[] = [];

const networksOf = (graph: NetworkGraph, localnets: readonly string[]): readonly NetworkView[] => {
  const [only] = localnets;
  if (only === undefined) return NO_NETWORKS;
  if (localnets.length === 1) return graph.localnets.get(only)?.networks ?? NO_NETWORKS;
  return localnets.flatMap((name) => graph.localnets.get(name)?.networks ?? NO_NETWORKS);
};

const NO_NADS: readonly NadRecord[] = [];
const NO_LOCALNETS: readonly string[] = [];

const usesOf = (graph: NetworkGraph, node: NodeView): readonly BridgeUse[] => {
  const byBridge = linuxBridgeNads(graph);
  const mapped = localnetsByBridge(node);
  const uses: BridgeUse[] = [];
  for (const bridge of node.bridges.values()) {
    const localnets = bridge.ovs ? (mapped.get(bridge.name) ?? NO_LOCALNETS) : NO_LOCALNETS;
    const nads = bridge.ovs ? NO_NADS : (byBridge.get(bridge.name) ?? NO_NADS);
    if (localnets.length === 0 && nads.length === 0) continue;
    uses.push({ node, bridge, localnets, networks: networksOf(graph, localnets), nads });
  }
  return uses;
};

const usesByNode = perGraph(() => new WeakMap<NodeView, readonly BridgeUse[]>(), {
  of: ['nads', 'cudns', 'udns', 'namespaces'],
});

/** The bridges of the node that a mapping or a NAD uses; bridges of no use are left out. */
export const bridgeUsesOn = (graph: NetworkGraph, node: NodeView): readonly BridgeUse[] => {
  const known = usesByNode(graph).get(node);
  if (known !== undefined) return known;
  const uses = usesOf(graph, node);
  usesByNode(graph).set(node, uses);
  return uses;
};

/** The bridge is there for VMs: a NAD, a network, or a mapping of its own beside physnet. */
export const isForVms = (use: BridgeUse): boolean =>
  use.nads.length > 0 ||
  use.networks.length > 0 ||
  use.localnets.some((localnet) => localnet !== PHYSNET);

/** Ids that a fault of the bridge concerns: the mappings and NADs on it. */
export const dependentsOf = (use: BridgeUse): readonly string[] => [
  ...use.localnets.map((localnet) => entityId('mapping', use.node.name, localnet)),
  ...use.nads.map((nad) => entityId('nad', nad.meta.namespace, nad.meta.name)),
];
