/**
 * Why a node's reported state cannot be relied on. Everything that is read from NodeNetworkState
 * is unknown on a node without one, on a NotReady node, and where the state is older than what
 * NMState says it has applied (domain reference A.3.4, NODE-001).
 */
import type { Text } from '../../cluster/text';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { whyNoState } from '../../network/nodeEvidence';
import { whyOutdated } from '../../network/applied/whyOutdated';

/** A sentence, or undefined when the state can be relied on. */
export const distrust = (graph: NetworkGraph, node: NodeView): Text | undefined => {
  return whyNoState(graph.snapshot, node, node.name) ?? whyOutdated(node);
};
