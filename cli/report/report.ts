/** What every form of answer is made from. */
import type { NetworkGraph } from '../../src/network/networkGraph';
import type { Scope } from '../limitToNode';
import type { SelectedTrace } from '../selectTrace';

export interface Report {
  readonly graph: NetworkGraph;
  /** Sorted, and limited to one node where that was asked for. */
  readonly scope: Scope;
  readonly traced?: SelectedTrace;
  /** The node that `scope` is limited to. */
  readonly node?: string;
  /** Time that delays were judged by, in milliseconds since the epoch. */
  readonly now: number;
  /** Whether `now` is the newest time in the input, was given, or is the clock. */
  readonly nowSource: 'input' | 'argument' | 'clock';
}
