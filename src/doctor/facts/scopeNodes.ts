/**
 * Nodes that the node checks answer for: a policy matches them or a VM instance is there
 * (rulings on NODE-001). A name that only an old NodeNetworkState mentions is no node.
 */
import { isKnown } from '../../network/evidence';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { perGraph } from './perGraph';

const exists = (graph: NetworkGraph, node: NodeView): boolean =>
  node.record !== undefined || !isKnown(graph.snapshot.nodes);

export const scopeNodes = perGraph((graph): readonly NodeView[] =>
  [...graph.nodes.values()].filter(
    (node) =>
      exists(graph, node) && (node.policies.length > 0 || graph.vmsOnNode(node.name).length > 0),
  ),
);
