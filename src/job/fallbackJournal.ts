/**
 * The journal of a new job: in the first namespace of the cluster that takes it, else in the browser,
 * and then with the reason, so that the page can say who will be able to finish the job.
 */
import type { Plan } from '../plan/model';
import { toFailure } from './api';
import type { Api } from './api';
import { BrowserJournal } from './browserJournal';
import { ClusterJournal } from './clusterJournal';
import type { Journal, JournalPlace } from './journal';
import { LeaseLost } from './journal';
import { journalNamespaces } from './journalNamespaces';
import type { JobState } from './jobState';
import type { Refusals } from './refusals';

export interface FallbackJournalOptions {
  readonly plan: Plan;
  readonly api: Api;
  readonly storage: Storage;
  readonly holder: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Where this user was refused is not tried again for a while. */
  readonly refusals: Refusals;
}

export class FallbackJournal implements Journal {
  private chosen: Journal | undefined;

  constructor(private readonly options: FallbackJournalOptions) {}

  place(): JournalPlace {
    return this.chosen?.place() ?? { type: 'browser', reason: '' };
  }

  async acquire(job: JobState): Promise<void> {
    if (this.chosen !== undefined) return this.chosen.acquire(job);
    const { plan, api, storage, holder, now, refusals } = this.options;
    let reason = '';
    for (const namespace of journalNamespaces(plan)) {
      const request = `create configmaps ${namespace}`;
      const refused = refusals.of(request);
      if (refused !== undefined) {
        if (reason === '') reason = refused.message;
        continue;
      }
      const journal = new ClusterJournal({ api, namespace, holder, now });
      try {
        await journal.acquire(job);
        this.chosen = journal;
        return;
      } catch (thrown) {
        if (thrown instanceof LeaseLost) throw thrown;
        const failure = toFailure(thrown);
        refusals.note(request, failure);
        // The first refusal tells most: it is about the namespace where the journal belongs.
        if (reason === '' && failure.code !== 404) reason = failure.message;
      }
    }
    const journal = new BrowserJournal({ storage, holder, now, reason });
    await journal.acquire(job);
    this.chosen = journal;
  }

  save(job: JobState): Promise<void> {
    return this.chosen?.save(job) ?? Promise.reject(new LeaseLost());
  }

  release(job: JobState): Promise<void> {
    return this.chosen?.release(job) ?? Promise.resolve();
  }
}
