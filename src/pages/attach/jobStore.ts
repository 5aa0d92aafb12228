/**
 * The jobs that this tab works on. They live outside the component tree, so that looking at another
 * page does not stop them; all other jobs are found through the directory.
 */
import { currentIdentity } from '../../console/identity';
import { patientApi } from '../../job/patientApi';
import { consoleApi, consoleConfigMaps } from '../../job/consoleApi';
import { FallbackJournal } from '../../job/fallbackJournal';
import type { GraphSource } from '../../job/graphSource';
import { JobDirectory } from '../../job/jobDirectory';
import { interrupted } from '../../job/jobEntry';
import type { JobEntry } from '../../job/jobEntry';
import { JobRunner } from '../../job/jobRunner';
import type { Journal } from '../../job/journal';
import type { JobState } from '../../job/jobState';
import { Refusals } from '../../job/refusals';
import type { Plan } from '../../plan/model';
import { networkModelStore } from '../networkModel/networkModelStore';
import { visibleNamespaces } from './visibleNamespaces';

const runners = new Map<string, JobRunner>();

/** Another one after each load of the page: a tab that was reloaded works on nothing any more. */
const holder = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

const api = patientApi(consoleApi);

const refusals = new Refusals(Date.now, currentIdentity);

export const jobDirectory = new JobDirectory({
  api,
  list: consoleConfigMaps,
  storage: window.localStorage,
  holder,
  now: Date.now,
  namespaces: () => visibleNamespaces(networkModelStore.current()),
  refusals,
});

const runnerOf = (job: Plan | JobState, journal: Journal, source: GraphSource): JobRunner =>
  new JobRunner(job, { api: consoleApi, source, journal, now: Date.now });

/** Starts a job, or returns the one that already runs under this id. */
export const startJob = (plan: Plan, source: GraphSource): JobRunner => {
  const existing = runners.get(plan.jobId);
  if (existing !== undefined) return existing;
  const { localStorage: storage } = window;
  const journal = new FallbackJournal({ plan, api, storage, holder, now: Date.now, refusals });
  const runner = runnerOf(plan, journal, source);
  runners.set(plan.jobId, runner);
  void runner.run();
  return runner;
};

/** The job of that id that this tab has at hand. */
export const runnerHere = (jobId: string): JobRunner | undefined => {
  const runner = runners.get(jobId);
  if (runner?.isTakenOver() !== true) return runner;
  runners.delete(jobId);
  return undefined;
};

/** Takes a job that was found into this tab; it does nothing until it is told to. */
export const takeJob = (entry: JobEntry, source: GraphSource): JobRunner => {
  const runner = runnerOf(interrupted(entry.job), jobDirectory.journalOf(entry), source);
  runners.set(entry.job.plan.jobId, runner);
  return runner;
};

/** Lets go of a job and of its journal; what the job made stays. */
export const forgetJob = async (jobId: string): Promise<void> => {
  runners.delete(jobId);
  const entry = await jobDirectory.find(jobId);
  if (entry !== undefined) await jobDirectory.forget(entry);
};

/** Leaves a job to its journal: this tab shows it from there again. */
export const dropRunner = (jobId: string): void => void runners.delete(jobId);
