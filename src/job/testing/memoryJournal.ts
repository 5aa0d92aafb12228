/** A journal in memory, as text, with a lease that another tab may take away. For tests. */
import { jobFromText, planParts, stateText } from '../jobDocument';
import { LeaseLost } from '../journal';
import type { Journal, JournalPlace } from '../journal';
import type { JobState } from '../jobState';

export class MemoryJournal implements Journal {
  holder = '';
  /** Rejects every save with this, when set. */
  failure: Error | undefined;
  private text: { readonly plan: readonly string[]; readonly state: string } | undefined;

  constructor(private readonly me = 'me') {}

  /** The job as somebody would find it who reads the journal now. */
  kept(): JobState | undefined {
    return this.text === undefined ? undefined : jobFromText(this.text.plan, this.text.state);
  }

  place(): JournalPlace {
    return { type: 'browser', reason: '' };
  }

  acquire(job: JobState): Promise<void> {
    return this.write(job, this.me);
  }

  save(job: JobState): Promise<void> {
    if (this.holder !== this.me) return Promise.reject(new LeaseLost());
    return this.write(job, this.me);
  }

  release(job: JobState): Promise<void> {
    if (this.holder !== this.me) return Promise.reject(new LeaseLost());
    return this.write(job, '');
  }

  private write(job: JobState, holder: string): Promise<void> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    this.text = { plan: planParts(job.plan), state: stateText(job) };
    this.holder = holder;
    return Promise.resolve();
  }
}
