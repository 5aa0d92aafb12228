/**
 * Remembers an index per graph: several rules ask the same question of one graph, and the answer
 * is worth computing once. A new graph asks anew, except where it follows from an older one and
 * the index says how it gets through a change; an old graph takes its answers with it.
 */
import type { KindKey } from '../../cluster/snapshot';
import type { NetworkGraph } from '../../network/networkGraph';
import type { GraphChange } from '../change';

/** How an index gets through a change. */
export interface Carried<T> {
  /** Kinds it is made of: while none of them changes it is kept. All nodes of a graph: `GRAPH_NODE_KINDS`. */
  readonly of: readonly KindKey[];
  /** The index after a change of these kinds; without it the index is made anew when asked for. */
  readonly refresh?: (index: T, change: GraphChange) => T;
  /** A change of these kinds that the index holds through all the same. */
  readonly unless?: (change: GraphChange) => boolean;
  /** `refresh` alters the index in place: the older graph then makes its own anew when asked. */
  readonly takesOver?: boolean;
}

/** What views of nodes are made of. */
export const NODE_KINDS: readonly KindKey[] = ['nodes', 'nodeStates', 'enactments', 'policies'];

/** What `graph.nodes` is made of: a node that only VMs name comes and goes with them. */
export const GRAPH_NODE_KINDS: readonly KindKey[] = [...NODE_KINDS, 'vms', 'vmis'];

/** Only VMs have changed, and no node has come or gone with them. */
export const keepsNodes = ({ kinds, nodes }: GraphChange): boolean =>
  nodes.size === 0 && !NODE_KINDS.some((kind) => kinds.has(kind));

const carriers: ((change: GraphChange) => void)[] = [];

/** Hands the indexes of the graph before a change on to the graph after it, where they still hold. */
export const carryFacts = (change: GraphChange): void => {
  for (const carry of carriers) carry(change);
};

const holds = <T>({ of, unless }: Carried<T>, change: GraphChange): boolean =>
  !of.some((kind) => change.kinds.has(kind)) || unless?.(change) === true;

export interface PerGraph<T> {
  (graph: NetworkGraph): T;
  /** It is at hand for the graph, or was handed on to it. */
  has(graph: NetworkGraph): boolean;
}

/** Wraps a pure function of the graph so that it runs once per graph, or not even that. */
export const perGraph = <T>(
  compute: (graph: NetworkGraph) => T,
  carried?: Carried<T>,
): PerGraph<T> => {
  const known = new WeakMap<NetworkGraph, { readonly value: T }>();
  if (carried !== undefined) {
    carriers.push((change) => {
      const kept = known.get(change.before);
      if (kept === undefined || known.has(change.after)) return;
      if (holds(carried, change)) {
        known.set(change.after, kept);
        if (carried.takesOver === true) known.delete(change.before);
      } else if (carried.refresh !== undefined) {
        if (carried.takesOver === true) known.delete(change.before);
        known.set(change.after, { value: carried.refresh(kept.value, change) });
      }
    });
  }
  const ask = (graph: NetworkGraph): T => {
    const kept = known.get(graph);
    if (kept !== undefined) return kept.value;
    const value = compute(graph);
    known.set(graph, { value });
    return value;
  };
  return Object.assign(ask, { has: (graph: NetworkGraph) => known.has(graph) });
};
