/**
 * A policy in progress refuses edits (domain reference A.1.4): before it is written again, let its
 * present generation end, well or badly.
 */
import type { KubeObject } from '../cluster/kubeObject';
import type { Wait } from '../plan/model';
import type { WaitProgress } from '../plan/progress';
import { awaitProgress } from './awaitProgress';
import type { GraphSource } from './graphSource';

export interface WaitContext {
  readonly source: GraphSource;
  readonly signal: AbortSignal;
  readonly report: (progress: WaitProgress) => void;
}

/** `policy` as it was just read; gives how its generation ended. */
export const policyEnded = (
  wait: Wait,
  policy: KubeObject,
  { source, signal, report }: WaitContext,
): Promise<WaitProgress> =>
  awaitProgress(wait, Number(policy.metadata?.generation ?? 0), source, signal, report);
