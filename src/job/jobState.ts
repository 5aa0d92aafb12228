/**
 * A job as data: what was planned, how far it got, what went wrong. Everything the page shows and
 * the journal keeps; a plain value, so that a reload can go on where the tab was closed.
 */
import type { Text } from '../cluster/text';
import type { Plan } from '../plan/model';
import type { NodeProgress } from '../plan/progress';

export type StepStatus =
  'planned' | 'writing' | 'waiting' | 'done' | 'failed' | 'undoing' | 'undone' | 'undoFailed';

export interface StepState {
  readonly status: StepStatus;
  /** The write was accepted: there is something to undo. */
  readonly written: boolean;
  /** The write was sent and its answer is not known: it may be in the cluster, or not. */
  readonly isUncertain: boolean;
  readonly uid: string;
  /** Generation that the write's answer gave; waits look for status of this one. */
  readonly generation: number;
  readonly detail?: Text;
  /** The API server's or enactment's own words. */
  readonly raw: string;
  readonly nodes: readonly NodeProgress[];
}

export type JobPhase = 'running' | 'succeeded' | 'failed' | 'undoing' | 'undone' | 'needsAttention';

export interface JobState {
  readonly plan: Plan;
  readonly phase: JobPhase;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** By step id. */
  readonly steps: Readonly<Record<string, StepState>>;
}

const PLANNED: StepState = {
  status: 'planned',
  written: false,
  isUncertain: false,
  uid: '',
  generation: 0,
  raw: '',
  nodes: [],
};

export const newJob = (plan: Plan, now: number): JobState => ({
  plan,
  phase: 'running',
  startedAt: now,
  steps: Object.fromEntries(plan.steps.map((step) => [step.id, PLANNED])),
});

export const stepState = (job: JobState, id: string): StepState => job.steps[id] ?? PLANNED;

export const withStep = (job: JobState, id: string, change: Partial<StepState>): JobState => ({
  ...job,
  steps: { ...job.steps, [id]: { ...stepState(job, id), ...change } },
});

/** The step left something in the cluster, or may have. */
export const isTouched = (state: StepState): boolean => state.written || state.isUncertain;
