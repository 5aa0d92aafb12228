/** Why nothing can be said of the nodes behind a localnet (domain reference C.0, three-valued). */
import type { Text } from '../../cluster/text';
import type { LocalnetView, NetworkGraph } from '../../network/networkGraph';
import type { LocalnetBridge } from './localnetSpan';
import { distrust } from './stateTrust';

/**
 * The first reason among the nodes that map the localnet and cannot be relied on; undefined when
 * all can, or when two or more were compared anyway.
 */
export const whySpanUnknown = (
  graph: NetworkGraph,
  localnet: LocalnetView,
  span: readonly LocalnetBridge[],
): Text | undefined => {
  if (span.length > 1) return undefined;
  for (const name of localnet.mappings.keys()) {
    const node = graph.nodes.get(name);
    const reason = node === undefined ? undefined : distrust(graph, node);
    if (reason !== undefined) return reason;
  }
  return undefined;
};
