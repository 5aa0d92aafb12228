/**
 * The jobs of this browser: those running in this tab live outside the component tree, so that
 * looking at another page does not stop them; the others come from the journal.
 */
import { consoleApi } from '../../job/consoleApi';
import type { GraphSource } from '../../job/graphSource';
import { JobRunner } from '../../job/jobRunner';
import { browserJournal } from '../../job/journal';
import type { JobState } from '../../job/jobState';
import type { Plan } from '../../plan/model';

const runners = new Map<string, JobRunner>();

const dependencies = (source: GraphSource) => ({
  api: consoleApi,
  source,
  journal: browserJournal(window.localStorage),
  now: Date.now,
});

/** Starts a job, or returns the one that already runs under this id. */
export const startJob = (plan: Plan, source: GraphSource): JobRunner => {
  const existing = runners.get(plan.jobId);
  if (existing !== undefined) return existing;
  const runner = new JobRunner(plan, dependencies(source));
  runners.set(plan.jobId, runner);
  void runner.run();
  return runner;
};

/** A job by id, picked up from the journal when another tab or an earlier visit began it. */
export const findJob = (jobId: string, source: GraphSource): JobRunner | undefined => {
  const existing = runners.get(jobId);
  if (existing !== undefined) return existing;
  const journal = browserJournal(window.localStorage);
  const state = journal.load().find((job) => job.plan.jobId === jobId);
  if (state === undefined) return undefined;
  const runner = new JobRunner(interrupted(state), dependencies(source));
  runners.set(jobId, runner);
  return runner;
};

/** A journalled job that says "running" runs nowhere any more: it can be retried or taken back. */
const interrupted = (job: JobState): JobState =>
  job.phase === 'running' || job.phase === 'undoing'
    ? { ...job, phase: job.phase === 'running' ? 'failed' : 'needsAttention' }
    : job;

/** Jobs that neither succeeded nor were taken back, newest first. */
export const incompleteJobs = (): readonly JobState[] =>
  browserJournal(window.localStorage)
    .load()
    .filter((job) => job.phase !== 'succeeded' && job.phase !== 'undone');

export const forgetJob = (jobId: string): void => {
  runners.delete(jobId);
  browserJournal(window.localStorage).forget(jobId);
};
