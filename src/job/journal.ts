/**
 * Keeps a job where it outlives the tab: the browser's storage, one entry per job. A storage that
 * is full or switched off costs the journal, not the job; the page says so.
 */
import type { JobState } from './jobState';

const PREFIX = 'vm-networks/job/';

export interface Journal {
  /** False when it could not be kept. */
  save(job: JobState): boolean;
  load(): readonly JobState[];
  forget(jobId: string): void;
}

const isJob = (value: unknown): value is JobState =>
  typeof value === 'object' &&
  value !== null &&
  'plan' in value &&
  'phase' in value &&
  'steps' in value;

export const browserJournal = (storage: Storage): Journal => ({
  save: (job) => {
    try {
      storage.setItem(PREFIX + job.plan.jobId, JSON.stringify(job));
      return true;
    } catch {
      // Quota or privacy settings: the caller tells the user that a reload loses the job.
      return false;
    }
  },
  load: () => {
    const jobs: JobState[] = [];
    for (let index = 0; index < storage.length; index += 1) {
      const key = storage.key(index);
      if (key?.startsWith(PREFIX) !== true) continue;
      const job = parse(storage.getItem(key));
      if (job !== undefined) jobs.push(job);
    }
    return jobs.sort((a, b) => b.startedAt - a.startedAt);
  },
  forget: (jobId) => storage.removeItem(PREFIX + jobId),
});

const parse = (entry: string | null): JobState | undefined => {
  try {
    const value: unknown = JSON.parse(entry ?? '');
    return isJob(value) ? value : undefined;
  } catch {
    // An entry of another version, or cut off: it cannot be resumed, so it is not offered.
    return undefined;
  }
};
