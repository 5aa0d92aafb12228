/**
 * Remembers an index per graph: several rules ask the same question of one graph, and the answer
 * is worth computing once. A new graph asks anew; an old one takes its answers with it.
 */
import type { NetworkGraph } from '../../network/networkGraph';
import { memoBy } from './memoBy';

/** Wraps a pure function of the graph so that it runs once per graph. */
export const perGraph = <T>(compute: (graph: NetworkGraph) => T): ((graph: NetworkGraph) => T) =>
  memoBy(compute);
