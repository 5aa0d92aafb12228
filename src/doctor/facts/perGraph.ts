/**
 * Remembers an index per graph: several rules ask the same question of one graph, and the answer
 * is worth computing once. A new graph asks anew; an old one takes its answers with it.
 */
import type { NetworkGraph } from '../../network/networkGraph';

/** Wraps a pure function of the graph so that it runs once per graph. */
export const perGraph = <T>(compute: (graph: NetworkGraph) => T): ((graph: NetworkGraph) => T) => {
  const known = new WeakMap<NetworkGraph, { readonly value: T }>();
  return (graph) => {
    const kept = known.get(graph);
    if (kept !== undefined) return kept.value;
    const value = compute(graph);
    known.set(graph, { value });
    return value;
  };
};
