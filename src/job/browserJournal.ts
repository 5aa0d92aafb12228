/**
 * Keeps a job in the browser's storage, one entry per job: where the cluster does not let the user
 * write a journal. Tabs of this browser see each other's leases; other browsers see nothing. A
 * storage that is full or switched off costs the journal, not the job; the page says so.
 */
import { asNumber, parseJson, recordOf, textOf } from '../cluster/json';
import { jobFromText, planParts, stateText } from './jobDocument';
import { LEASE_MS, LeaseLost } from './journal';
import type { Journal, JournalPlace } from './journal';
import type { JobEntry } from './jobEntry';
import type { JobState } from './jobState';

const PREFIX = 'vm-networks/job/';

export interface BrowserJournalOptions {
  readonly storage: Storage;
  /** Whoever works on the job: differs in every tab and after every reload. */
  readonly holder: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Why the journal is not in the cluster. */
  readonly reason: string;
}

export class BrowserJournal implements Journal {
  private isRefused = false;

  constructor(private readonly options: BrowserJournalOptions) {}

  place(): JournalPlace {
    const { reason } = this.options;
    return this.isRefused ? { type: 'nowhere', reason } : { type: 'browser', reason };
  }

  acquire(job: JobState): Promise<void> {
    const entry = read(this.options.storage, job.plan.jobId);
    const { holder, now } = this.options;
    const isHeldByOther =
      entry !== undefined &&
      entry.holder !== '' &&
      entry.holder !== holder &&
      now() - entry.renewedAt < LEASE_MS;
    if (isHeldByOther) return Promise.reject(new LeaseLost());
    this.write(job, holder);
    return Promise.resolve();
  }

  save(job: JobState): Promise<void> {
    const { storage, holder } = this.options;
    const entry = this.isRefused ? undefined : read(storage, job.plan.jobId);
    if (entry !== undefined && entry.holder !== holder) return Promise.reject(new LeaseLost());
    this.write(job, holder);
    return Promise.resolve();
  }

  release(job: JobState): Promise<void> {
    this.write(job, '');
    return Promise.resolve();
  }

  private write(job: JobState, holder: string): void {
    const renewed = this.options.now();
    const kept = { holder, renewed, plan: planParts(job.plan).join(''), state: stateText(job) };
    try {
      this.options.storage.setItem(PREFIX + job.plan.jobId, JSON.stringify(kept));
      this.isRefused = false;
    } catch {
      // Quota or privacy settings: `place` says so, and the page with it.
      this.isRefused = true;
    }
  }
}

const read = (storage: Storage, jobId: string): JobEntry | undefined =>
  entryOf(storage.getItem(PREFIX + jobId));

/** Undefined for an entry of another version, or cut off: it cannot be resumed. */
const entryOf = (kept: string | null): JobEntry | undefined => {
  const { holder, renewed, plan, state } = recordOf(parseJson(kept ?? undefined));
  const job = jobFromText([textOf(plan)], textOf(state));
  if (job === undefined) return undefined;
  return {
    job,
    place: { type: 'browser', reason: '' },
    holder: textOf(holder),
    renewedAt: asNumber(renewed) ?? 0,
    version: String(renewed),
    uid: '',
  };
};

/** All jobs of this browser, newest first. */
export const browserJobs = (storage: Storage): readonly JobEntry[] => {
  const entries: JobEntry[] = [];
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index);
    if (key?.startsWith(PREFIX) !== true) continue;
    const entry = entryOf(storage.getItem(key));
    if (entry !== undefined) entries.push(entry);
  }
  return entries.sort((a, b) => b.job.startedAt - a.job.startedAt);
};

export const forgetBrowserJob = (storage: Storage, jobId: string): void =>
  storage.removeItem(PREFIX + jobId);
