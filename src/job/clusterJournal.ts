/**
 * Keeps a job in the cluster with the user's own rights, so that anybody with rights there can see
 * it, go on with it or take it back: one ConfigMap that holds progress and lease, and beside it
 * ConfigMaps that hold the plan, owned by the first one. Every save tests that the lease is still
 * ours, so a holder that was silent too long and comes back is refused instead of writing over.
 */
import { asArray, recordOf, textOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import { ownershipLabels } from '../plan/model';
import type { ObjectRef, PatchOperation } from '../plan/model';
import { toFailure } from './api';
import type { Api } from './api';
import { planParts, stateText } from './jobDocument';
import { LEASE_MS, LeaseLost } from './journal';
import type { Journal, JournalPlace } from './journal';
import type { JobState } from './jobState';

/** Tells the two sorts of ConfigMap apart: `job` holds progress, `plan` a part of the plan. */
export const JOURNAL_LABEL = 'vm-networks/journal';

export interface ClusterJournalOptions {
  readonly api: Api;
  readonly namespace: string;
  /** Whoever works on the job: differs in every tab and after every reload. */
  readonly holder: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The holder that `acquire` takes over from, as it was found; undefined for a new job. */
  readonly found?: { readonly holder: string; readonly renewed: string };
}

export const journalRef = (namespace: string, jobId: string): ObjectRef => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  namespace,
  name: `vm-networks-job-${jobId.toLowerCase()}`,
});

export const planPartRef = (namespace: string, jobId: string, part: number): ObjectRef => {
  const ref = journalRef(namespace, jobId);
  return { ...ref, name: `${ref.name}-plan-${part}` };
};

export class ClusterJournal implements Journal {
  private isNew: boolean;

  constructor(private readonly options: ClusterJournalOptions) {
    this.isNew = options.found === undefined;
  }

  place(): JournalPlace {
    return { type: 'cluster', namespace: this.options.namespace };
  }

  async acquire(job: JobState): Promise<void> {
    if (this.isNew) {
      await this.create(job, this.options.holder);
      this.isNew = false;
      return;
    }
    const { found, holder, now } = this.options;
    const journal = await this.getOrGone(job);
    if (journal === undefined) return this.takeAgain(job);
    const { data } = journal;
    const present = recordOf(data);
    const before = textOf(present.holder);
    const isFresh = now() - Number(textOf(present.renewed)) < LEASE_MS;
    const isAsFound = before === found?.holder && textOf(present.renewed) === found.renewed;
    // A holder that has not been heard of since it was found silent may be replaced whatever the
    // clocks say; one that has is at work.
    if (before !== '' && before !== holder && isFresh && !isAsFound) throw new LeaseLost();
    await this.write(job, holder, [
      { op: 'test', path: '/data/holder', value: before },
      { op: 'test', path: '/data/renewed', value: textOf(present.renewed) },
    ]);
  }

  save(job: JobState): Promise<void> {
    return this.writeOrMake(job, this.options.holder);
  }

  release(job: JobState): Promise<void> {
    return this.writeOrMake(job, '');
  }

  /** Somebody deleted the journal of a job that is at work here: this holder knows all that stood in it. */
  private async writeOrMake(job: JobState, holder: string): Promise<void> {
    try {
      await this.write(job, holder, this.guard());
    } catch (thrown) {
      if (toFailure(thrown).code !== 404 || job.phase === 'undone') throw thrown;
      await this.create(job, holder);
    }
  }

  /**
   * The journal of a job that rests here is gone. It may have been taken back elsewhere and forgotten, so that
   * to go on would build on what is not there; to take back what is left does no harm.
   */
  private async takeAgain(job: JobState): Promise<void> {
    if (job.phase !== 'undoing') {
      throw Object.assign(
        new Error('The journal of this job was deleted: take back what it made, and begin anew.'),
        { status: 404 },
      );
    }
    await this.create(job, this.options.holder);
  }

  private async getOrGone(job: JobState): Promise<KubeObject | undefined> {
    try {
      return await this.options.api.get(this.refOf(job));
    } catch (thrown) {
      if (toFailure(thrown).code !== 404) throw thrown;
      return undefined;
    }
  }

  private guard(): readonly PatchOperation[] {
    return [{ op: 'test', path: '/data/holder', value: this.options.holder }];
  }

  private refOf(job: JobState): ObjectRef {
    return journalRef(this.options.namespace, job.plan.jobId);
  }

  private async write(
    job: JobState,
    holder: string,
    guard: readonly PatchOperation[],
  ): Promise<void> {
    const operations = Object.entries(this.dataOf(job, holder)).map(
      ([key, value]): PatchOperation => ({ op: 'replace', path: `/data/${key}`, value }),
    );
    try {
      await this.options.api.patch(this.refOf(job), [...guard, ...operations], { dryRun: false });
    } catch (thrown) {
      if (toFailure(thrown).code !== 422) throw thrown;
      const { data } = await this.options.api.get(this.refOf(job));
      // Our own write may have arrived although its answer did not; anything else is a refusal.
      const present = recordOf(data);
      if (textOf(present.holder) !== holder) throw new LeaseLost();
      if (present.state !== stateText(job)) throw thrown;
    }
  }

  private dataOf(job: JobState, holder: string): Readonly<Record<string, string>> {
    return { holder, renewed: String(this.options.now()), state: stateText(job) };
  }

  private async create(job: JobState, holder: string): Promise<void> {
    const { api, namespace } = this.options;
    const { jobId } = job.plan;
    const parts = planParts(job.plan);
    const made = await this.createOnce(
      journalRef(namespace, jobId),
      this.bodyOf(job, 'job', { ...this.dataOf(job, holder), parts: String(parts.length) }),
    );
    const owner = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: made.metadata?.name,
      uid: made.metadata?.uid,
    };
    try {
      for (const [index, plan] of parts.entries()) {
        const ref = planPartRef(namespace, jobId, index);
        const body = this.bodyOf(job, 'plan', { plan });
        const metadata = { ...body.metadata, name: ref.name, ownerReferences: [owner] };
        const part = await this.createOnce(ref, { ...body, metadata, immutable: true });
        await this.adopt(ref, part, owner);
      }
    } catch (thrown) {
      // Half a journal is none: the parts that exist go with their owner.
      await api
        .remove(journalRef(namespace, jobId), String(made.metadata?.uid))
        .catch(() => undefined);
      throw thrown;
    }
  }

  private bodyOf(
    job: JobState,
    sort: 'job' | 'plan',
    data: Readonly<Record<string, string>>,
  ): KubeObject {
    const { namespace } = this.options;
    const { jobId } = job.plan;
    return {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: journalRef(namespace, jobId).name,
        namespace,
        labels: { ...ownershipLabels(jobId), [JOURNAL_LABEL]: sort },
      },
      data,
    };
  }

  /** A part that was left of a deleted journal would go after it. */
  private async adopt(ref: ObjectRef, part: KubeObject, owner: KubeObject): Promise<void> {
    const [present] = asArray(part.metadata?.ownerReferences).map(recordOf);
    if (present?.uid === owner.uid) return;
    const path = '/metadata/ownerReferences';
    await this.options.api.patch(ref, [{ op: 'add', path, value: [owner] }], { dryRun: false });
  }

  /** An object of that name is ours when it says what we would have said: the answer was lost. */
  private async createOnce(ref: ObjectRef, body: KubeObject): Promise<KubeObject> {
    try {
      return await this.options.api.create(body, { dryRun: false });
    } catch (thrown) {
      if (toFailure(thrown).code !== 409) throw thrown;
      const present = await this.options.api.get(ref);
      const [mine, theirs] = [recordOf(body.data), recordOf(present.data)];
      if (mine.holder !== theirs.holder || mine.plan !== theirs.plan) throw new LeaseLost();
      return present;
    }
  }
}
