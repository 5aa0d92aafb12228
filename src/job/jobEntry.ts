/**
 * A job as somebody finds it who does not run it: what the journal says, where it is kept, and who
 * is at work on it.
 */
import { LEASE_MS } from './journal';
import type { JournalPlace } from './journal';
import type { JobState } from './jobState';

export interface JobEntry {
  readonly job: JobState;
  readonly place: JournalPlace;
  /** '' when nobody is at work. */
  readonly holder: string;
  /** Last sign of life, milliseconds since the epoch by the holder's clock. */
  readonly renewedAt: number;
  /** Changes with every write to the journal; with `uid`, what a deletion is bound to. */
  readonly version: string;
  readonly uid: string;
}

export const isActivePhase = ({ phase }: JobState): boolean =>
  phase === 'running' || phase === 'undoing';

/** Neither done nor taken back: somebody has to look at it. */
export const isIncomplete = ({ phase }: JobState): boolean =>
  phase !== 'succeeded' && phase !== 'undone';

/**
 * Whether somebody works on the job now. `lastSeenChange` is when this browser last saw the journal
 * change: clocks of two machines differ, and a journal that changes is alive whatever its time says.
 */
export const isHeld = (entry: JobEntry, now: number, lastSeenChange: number): boolean => {
  if (entry.holder === '' || !isActivePhase(entry.job)) return false;
  return now - Math.max(Math.min(entry.renewedAt, now), lastSeenChange) < LEASE_MS;
};

/**
 * The job as it stands when nobody works on it any more: one that says "running" runs nowhere, and
 * can be resumed or taken back.
 */
export const interrupted = (job: JobState): JobState => {
  if (!isActivePhase(job)) return job;
  return { ...job, phase: job.phase === 'running' ? 'failed' : 'needsAttention' };
};
