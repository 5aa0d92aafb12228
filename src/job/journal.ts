/**
 * What a job writes down of itself while it works, so that closing the tab loses nothing. A journal
 * has one holder at a time: whoever runs the job takes a lease and renews it, and a save by anybody
 * else is refused. That is what keeps two people, or two tabs, from working on one job at once.
 */
import type { JobState } from './jobState';

/** Where a journal is kept: what the page says about who can go on with the job. */
export type JournalPlace =
  | { readonly type: 'cluster'; readonly namespace: string }
  /** Of this browser only; `reason` is the API server's answer where the cluster refused. */
  | { readonly type: 'browser'; readonly reason: string }
  | { readonly type: 'nowhere'; readonly reason: string };

/** Milliseconds between two signs of life, and after which silence means that nobody is at work. */
export const HEARTBEAT_MS = 10_000;
export const LEASE_MS = 30_000;

/** Another tab or user holds the journal, and with it the job. */
export class LeaseLost extends Error {
  constructor() {
    super('Another tab or another user has taken over this job.');
    this.name = 'LeaseLost';
  }
}

export interface Journal {
  place(): JournalPlace;
  /** Takes the lease for this holder. Rejects with LeaseLost where somebody else has it. */
  acquire(job: JobState): Promise<void>;
  /** Keeps the state and renews the lease. Rejects with LeaseLost, or with what the API threw. */
  save(job: JobState): Promise<void>;
  /** Keeps the state and gives the lease back. */
  release(job: JobState): Promise<void>;
}
