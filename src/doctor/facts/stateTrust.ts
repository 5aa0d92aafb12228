/**
 * Why a node's reported state cannot be relied on. Everything that is read from NodeNetworkState
 * is unknown on a node without one, on a NotReady node, and where the state is older than what
 * NMState says it has applied (domain reference A.3.4, NODE-001).
 */
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { whyNoState } from '../../network/nodeEvidence';
import { staleSince } from './staleSince';

/** A sentence, or undefined when the state can be relied on. */
export const distrust = (graph: NetworkGraph, node: NodeView): Text | undefined => {
  const missing = whyNoState(graph.snapshot, node, node.name);
  if (missing !== undefined) return missing;
  if (node.record?.ready === false) {
    return text('{{node}} is NotReady: its NodeNetworkState may be out of date.', {
      node: node.name,
    });
  }
  if (staleSince(node) === undefined) return undefined;
  return text('The NodeNetworkState of {{node}} is older than the last applied policy.', {
    node: node.name,
  });
};
