/**
 * Whether nothing can be told of what the chosen nodes have: they may not be read, or no node
 * reports its state. Networks that are there can be used all the same, new ones cannot be planned.
 */
import { isKnown } from '../network/evidence';
import type { NetworkGraph, NodeView } from '../network/networkGraph';

export const isBlind = (graph: NetworkGraph, nodes: readonly NodeView[]): boolean =>
  nodes.length === 0
    ? !isKnown(graph.snapshot.nodes)
    : nodes.every(({ state }) => state === undefined);
