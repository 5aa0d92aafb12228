/**
 * Nodes that the node checks answer for: a policy matches them or a VM instance is there
 * (rulings on NODE-001). A name that only an old NodeNetworkState mentions is no node.
 */
import { isKnown } from '../../network/evidence';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';

const exists = (graph: NetworkGraph, node: NodeView): boolean =>
  node.record !== undefined || !isKnown(graph.snapshot.nodes);

/** Is it one of them? */
export const isInScope = (graph: NetworkGraph, node: NodeView): boolean =>
  exists(graph, node) && (node.policies.length > 0 || graph.vmsOnNode(node.name).length > 0);

/** All of them, in the graph's order. */
export const scopeNodes = (graph: NetworkGraph): readonly NodeView[] =>
  [...graph.nodes.values()].filter((node) => isInScope(graph, node));
