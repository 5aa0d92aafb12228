/**
 * Finds the jobs that anybody has left behind: in the cluster, as far as the user may look, and in
 * this browser. Journals of jobs that ended well are removed after a while, by whoever looks and may.
 */
import { asNumber, recordOf, textOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import { JOB_LABEL } from '../plan/model';
import { toFailure } from './api';
import type { Api, ApiFailure } from './api';
import { BrowserJournal, browserJobs, forgetBrowserJob } from './browserJournal';
import { ClusterJournal, JOURNAL_LABEL, journalRef, planPartRef } from './clusterJournal';
import { inParallel } from './inParallel';
import { jobFromText } from './jobDocument';
import type { JobEntry } from './jobEntry';
import type { Journal } from './journal';
import type { Refusals } from './refusals';

/** ConfigMaps of a namespace, of all namespaces where it is ''. Throws what the API throws. */
export type ListConfigMaps = (
  namespace: string,
  labelSelector: string,
) => Promise<readonly KubeObject[]>;

export interface DirectoryOptions {
  readonly api: Api;
  readonly list: ListConfigMaps;
  readonly storage: Storage;
  readonly holder: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Where a user looks who may not list the whole cluster. */
  readonly namespaces: () => readonly string[];
  /** Where this user was refused is not asked again for a while. */
  readonly refusals: Refusals;
}

/** What a look gave: the jobs, newest first, and why there may be more. */
export interface Found {
  readonly jobs: readonly JobEntry[];
  /** The API server's words, where part of the cluster could not be looked at. */
  readonly problem?: string;
}

const AT_ONCE = 6;

/** A user with very many projects looks at the first of them; jobs have their own links, too. */
const MOST_NAMESPACES = 200;

/** Milliseconds that a journal of a job outlives its good end. */
const KEPT_MS = 7 * 24 * 3600 * 1000;

export class JobDirectory {
  constructor(private readonly options: DirectoryOptions) {}

  /** All jobs that the user can see, newest first. Never rejects. */
  async list(): Promise<Found> {
    const { maps, problem } = await this.journals(`${JOURNAL_LABEL}=job`);
    const found = await inParallel(maps, AT_ONCE, (map) => this.entryOf(map));
    const inCluster = found.flatMap((entry) => entry ?? []);
    await this.sweep(inCluster);
    const known = new Set(inCluster.map(({ job }) => job.plan.jobId));
    const inBrowser = browserJobs(this.options.storage).filter(
      ({ job }) => !known.has(job.plan.jobId),
    );
    const jobs = [...inCluster, ...inBrowser].sort((a, b) => b.job.startedAt - a.job.startedAt);
    return problem === undefined ? { jobs } : { jobs, problem };
  }

  /** One job by its id; undefined where nobody the user can see has kept it. */
  async find(jobId: string): Promise<JobEntry | undefined> {
    const { maps } = await this.journals(`${JOURNAL_LABEL}=job,${JOB_LABEL}=${jobId}`);
    const [map] = maps;
    const entry = map === undefined ? undefined : await this.entryOf(map);
    if (entry !== undefined) return entry;
    return browserJobs(this.options.storage).find(({ job }) => job.plan.jobId === jobId);
  }

  /** The same job as it stands now; undefined when its journal is gone. */
  async again(entry: JobEntry): Promise<JobEntry | undefined> {
    const { jobId } = entry.job.plan;
    if (entry.place.type !== 'cluster') return this.find(jobId);
    try {
      const map = await this.options.api.get(journalRef(entry.place.namespace, jobId));
      const { state } = recordOf(map.data);
      const job = jobFromText([JSON.stringify(entry.job.plan)], textOf(state));
      return job === undefined ? undefined : this.describe(map, job);
    } catch (thrown) {
      if (toFailure(thrown).code === 404) return undefined;
      throw thrown;
    }
  }

  /** The journal with which this tab can take the job over. */
  journalOf(entry: JobEntry): Journal {
    const { api, storage, holder, now } = this.options;
    if (entry.place.type !== 'cluster') {
      const reason = entry.place.reason;
      return new BrowserJournal({ storage, holder, now, reason });
    }
    const found = { holder: entry.holder, renewed: String(entry.renewedAt) };
    return new ClusterJournal({ api, namespace: entry.place.namespace, holder, now, found });
  }

  /** Removes the journal; what the job made stays. Throws what the API throws. */
  async forget(entry: JobEntry): Promise<void> {
    const { jobId } = entry.job.plan;
    forgetBrowserJob(this.options.storage, jobId);
    if (entry.place.type !== 'cluster') return;
    try {
      await this.options.api.remove(journalRef(entry.place.namespace, jobId), entry.uid);
    } catch (thrown) {
      if (toFailure(thrown).code !== 404) throw thrown;
    }
  }

  private async sweep(entries: readonly JobEntry[]): Promise<void> {
    const now = this.options.now();
    const old = entries.filter(
      ({ job, renewedAt }) =>
        (job.phase === 'succeeded' || job.phase === 'undone') && now - renewedAt > KEPT_MS,
    );
    await inParallel(old, AT_ONCE, (entry) => this.sweepAway(entry));
  }

  /** Where this user may not, the next one who looks may clean up. */
  private async sweepAway(entry: JobEntry): Promise<void> {
    const { refusals } = this.options;
    const where = entry.place.type === 'cluster' ? entry.place.namespace : '';
    const request = `delete configmaps ${where}`;
    if (refusals.of(request) !== undefined) return;
    try {
      await this.forget(entry);
    } catch (thrown) {
      refusals.note(request, toFailure(thrown));
    }
  }

  private async journals(
    selector: string,
  ): Promise<{ readonly maps: readonly KubeObject[]; readonly problem?: string }> {
    const whole = await this.listed('', selector);
    if (!('code' in whole)) return { maps: whole };
    if (whole.code !== 403) return { maps: [], problem: whole.message };
    let problem: string | undefined;
    const namespaces = this.options.namespaces().slice(0, MOST_NAMESPACES);
    const lists = await inParallel(namespaces, AT_ONCE, async (namespace) => {
      const found = await this.listed(namespace, selector);
      if (!('code' in found)) return found;
      // A project without a right to its ConfigMaps is no news; a server that fails is.
      if (found.code !== 403) problem = found.message;
      return [];
    });
    const maps = lists.flat();
    return problem === undefined ? { maps } : { maps, problem };
  }

  /** ConfigMaps of a namespace, of all where it is ''; the refusal that was given or still holds. */
  private async listed(
    namespace: string,
    selector: string,
  ): Promise<readonly KubeObject[] | ApiFailure> {
    const request = `list configmaps ${namespace}`;
    const refused = this.options.refusals.of(request);
    if (refused !== undefined) return refused;
    try {
      return await this.options.list(namespace, selector);
    } catch (thrown) {
      const failure = toFailure(thrown);
      this.options.refusals.note(request, failure);
      return failure;
    }
  }

  private async entryOf(map: KubeObject): Promise<JobEntry | undefined> {
    const { state, parts } = recordOf(map.data);
    const { namespace, labels } = recordOf(map.metadata);
    const jobId = textOf(recordOf(labels)[JOB_LABEL]);
    const total = Number(textOf(parts));
    if (!Number.isInteger(total) || total < 1 || total > MOST_PARTS) return undefined;
    const ofPlan = `${JOURNAL_LABEL}=plan,${JOB_LABEL}=${jobId}`;
    try {
      // Listed and not read one by one: a job that is forgotten meanwhile leaves no requests that fail.
      const found = await this.options.list(textOf(namespace), ofPlan);
      const byName = new Map(found.map((part) => [textOf(recordOf(part.metadata).name), part]));
      const texts = [...Array(total).keys()].map((index) => {
        const { name } = planPartRef(textOf(namespace), jobId, index);
        return textOf(recordOf(byName.get(name)?.data).plan);
      });
      const job = jobFromText(texts, textOf(state));
      return job === undefined ? undefined : this.describe(map, job);
    } catch {
      // The project cannot be read this moment; the next look asks again.
      return undefined;
    }
  }

  private describe(map: KubeObject, job: JobEntry['job']): JobEntry {
    const { holder, renewed } = recordOf(map.data);
    const { namespace, resourceVersion, uid } = recordOf(map.metadata);
    return {
      job,
      place: { type: 'cluster', namespace: textOf(namespace) },
      holder: textOf(holder),
      renewedAt: asNumber(Number(textOf(renewed))) ?? 0,
      version: textOf(resourceVersion),
      uid: textOf(uid),
    };
  }
}

const MOST_PARTS = 100;
