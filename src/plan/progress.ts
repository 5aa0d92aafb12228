/**
 * How far a step has come, as a person can be told: pending, done or failed, why, and where each node
 * stands. Answered by waitProgress.ts, kept and shown by the job.
 */
import type { Text } from '../cluster/text';

/** Where one node stands with a policy, in the order it is gone through. */
export type NodeStage =
  | 'waiting'
  | 'pending'
  | 'applying'
  | 'retrying'
  | 'applied'
  | 'verified'
  | 'skipped'
  | 'failed'
  | 'aborted';

export interface NodeProgress {
  readonly node: string;
  readonly stage: NodeStage;
  /** Raw message of the enactment, where there is one worth reading. */
  readonly message: string;
  /** Tries that failed so far, of `NODE_TRIES`; told while it is retrying. */
  readonly failedTries?: number;
}

/** Tries that a node has for one generation of a policy (NNCP_MAX_RETRIES; domain reference A.2). */
export const NODE_TRIES = 5;

export interface WaitProgress {
  readonly state: 'pending' | 'done' | 'failed';
  /** Why it failed, what it waits for, or what is left to do. */
  readonly detail?: Text;
  readonly nodes: readonly NodeProgress[];
}
