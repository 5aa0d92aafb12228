/**
 * The bridges behind one localnet, node by node, as far as the nodes can be trusted and VMs can
 * be there: what VMs meet when they move (domain reference NODE-010, NODE-011).
 */
import type { BridgeView, LocalnetView, NetworkGraph, NodeView } from '../../network/networkGraph';
import { entityId } from '../../network/model';
import { NODE_KINDS, perGraph } from './perGraph';
import { distrust } from './stateTrust';
import { takesVms } from './takesVms';

export interface LocalnetBridge {
  readonly node: NodeView;
  readonly bridge: BridgeView;
}

/** Nodes whose state counts: reliable, and open to VMs. */
const countingNodes = perGraph(
  (graph: NetworkGraph): ReadonlySet<NodeView> =>
    new Set(
      [...graph.nodes.values()].filter(
        (node) => distrust(graph, node) === undefined && takesVms(graph, node),
      ),
    ),
  { of: NODE_KINDS },
);

const spanOf = (graph: NetworkGraph, localnet: LocalnetView): readonly LocalnetBridge[] => {
  const counting = countingNodes(graph);
  const found: LocalnetBridge[] = [];
  for (const [name, target] of localnet.mappings) {
    const node = graph.nodes.get(name);
    const bridge = node?.bridges.get(target);
    if (node === undefined || bridge?.ovs !== true || !counting.has(node)) continue;
    found.push({ node, bridge });
  }
  return found;
};

const spans = perGraph(() => new Map<LocalnetView, readonly LocalnetBridge[]>());

/** Where the localnet is mapped to an OVS bridge that is there. */
export const localnetBridges = (
  graph: NetworkGraph,
  localnet: LocalnetView,
): readonly LocalnetBridge[] => {
  const known = spans(graph).get(localnet);
  if (known !== undefined) return known;
  const span = spanOf(graph, localnet);
  spans(graph).set(localnet, span);
  return span;
};

/** Ids of mappings and nodes, for `related`. */
export const spanIds = (localnet: LocalnetView, span: readonly LocalnetBridge[]): string[] =>
  span.flatMap(({ node }) => [
    entityId('node', node.name),
    entityId('mapping', node.name, localnet.name),
  ]);
