/**
 * Runs a plan: write, wait, next; stops at the first failure; on request takes everything of its
 * own back in reverse. Each change of state is journalled before it is shown, so that a closed
 * tab loses nothing. Design section 7.
 */
import { text } from '../cluster/text';
import type { KubeObject } from '../cluster/kubeObject';
import type { Plan, Step } from '../plan/model';
import type { WaitProgress } from '../plan/waitProgress';
import { adoptWritten } from './adoptWritten';
import { isRefusal, toFailure } from './api';
import type { Api } from './api';
import { awaitProgress } from './awaitProgress';
import { writeStep } from './dryRunPlan';
import type { GraphSource } from './graphSource';
import { isTouched, newJob, stepState, withStep } from './jobState';
import type { JobState, StepState } from './jobState';
import type { Journal } from './journal';
import { undoStep } from './undoStep';

export interface JobDependencies {
  readonly api: Api;
  readonly source: GraphSource;
  readonly journal: Journal;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export class JobRunner {
  private state: JobState;
  private readonly listeners = new Set<() => void>();
  private readonly abort = new AbortController();
  private journalled = true;

  constructor(
    plan: Plan | JobState,
    private readonly deps: JobDependencies,
  ) {
    this.state = 'phase' in plan ? plan : newJob(plan, deps.now());
  }

  current(): JobState {
    return this.state;
  }

  /** False when the browser refused to keep the journal. */
  isJournalled(): boolean {
    return this.journalled;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Ends the waits of this tab; the job stays in the journal as it is. */
  leave(): void {
    this.abort.abort();
  }

  /** Runs, or resumes after a failure: steps that are done are not done again. */
  async run(): Promise<void> {
    this.set({ ...this.state, phase: 'running' });
    for (const step of this.state.plan.steps) {
      if (stepState(this.state, step.id).status === 'done') continue;
      const finished = await this.runStep(step);
      if (this.abort.signal.aborted) return;
      if (!finished) {
        this.set({ ...this.state, phase: 'failed' });
        return;
      }
    }
    this.set({ ...this.state, phase: 'succeeded' });
  }

  /** Takes back what this job wrote, last step first. Stops at what it cannot take back. */
  async undo(): Promise<void> {
    this.set({ ...this.state, phase: 'undoing' });
    for (const step of [...this.state.plan.steps].reverse()) {
      if (!isTouched(stepState(this.state, step.id))) continue;
      const undone = await this.undoOne(step);
      if (this.abort.signal.aborted) return;
      if (!undone) {
        this.set({ ...this.state, phase: 'needsAttention' });
        return;
      }
    }
    this.set({ ...this.state, phase: 'undone' });
  }

  private async runStep(step: Step): Promise<boolean> {
    if (!stepState(this.state, step.id).written) {
      try {
        this.setStep(step, writtenState((await this.adopt(step)) ?? (await this.write(step))));
      } catch (thrown) {
        const failure = toFailure(thrown);
        this.setStep(step, {
          status: 'failed',
          isUncertain: !isRefusal(failure),
          detail: text('The API server refused {{kind}} {{name}} ({{code}} {{reason}}).', {
            kind: step.ref.kind,
            name: step.ref.name,
            code: failure.code === 0 ? '' : failure.code,
            reason: failure.reason,
          }),
          raw: failure.message,
        });
        return false;
      }
    }
    this.setStep(step, { status: 'waiting' });
    const { generation } = stepState(this.state, step.id);
    const progress = await awaitProgress(
      step.wait,
      generation,
      this.deps.source,
      this.abort.signal,
      (seen) => this.report(step, seen),
    );
    if (this.abort.signal.aborted) return false;
    this.report(step, progress);
    this.setStep(step, { status: progress.state === 'done' ? 'done' : 'failed' });
    return progress.state === 'done';
  }

  /** Journalled as uncertain before it is sent: a tab may close before the answer comes. */
  private write(step: Step): Promise<KubeObject> {
    this.setStep(step, { status: 'writing', isUncertain: true, raw: '' });
    return writeStep(step, this.deps.api, false);
  }

  private adopt(step: Step): Promise<KubeObject | undefined> {
    if (!stepState(this.state, step.id).isUncertain) return Promise.resolve(undefined);
    return adoptWritten(step, this.deps.api, this.state.plan.jobId);
  }

  private async undoOne(step: Step): Promise<boolean> {
    const { written } = stepState(this.state, step.id);
    this.setStep(step, { status: 'undoing', raw: '', nodes: [] });
    try {
      if (!written && (await this.adopt(step)) === undefined) {
        this.setStep(step, { status: 'undone', isUncertain: false });
        return true;
      }
      const progress = await undoStep(step, stepState(this.state, step.id), {
        api: this.deps.api,
        source: this.deps.source,
        jobId: this.state.plan.jobId,
        signal: this.abort.signal,
        report: (seen) => this.report(step, seen),
      });
      if (this.abort.signal.aborted) return false;
      this.report(step, progress);
      const undone = progress.state === 'done';
      this.setStep(step, {
        status: undone ? 'undone' : 'undoFailed',
        written: !undone,
        isUncertain: false,
      });
      return undone;
    } catch (thrown) {
      const failure = toFailure(thrown);
      this.setStep(step, {
        status: 'undoFailed',
        detail: text('{{kind}} {{name}} could not be taken back.', {
          kind: step.ref.kind,
          name: step.ref.name,
        }),
        raw: failure.message,
      });
      return false;
    }
  }

  private report(step: Step, progress: WaitProgress): void {
    const raw = progress.nodes.find((node) => node.stage === 'failed')?.message ?? '';
    this.setStep(step, { nodes: progress.nodes, raw, detail: progress.detail });
  }

  private setStep(step: Step, change: Partial<StepState>): void {
    this.set(withStep(this.state, step.id, change));
  }

  private set(state: JobState): void {
    this.state = state;
    this.journalled = this.deps.journal.save(state);
    for (const listener of this.listeners) listener();
  }
}

const writtenState = (answer: KubeObject): Partial<StepState> => {
  const { uid, generation } = answer.metadata ?? {};
  return {
    written: true,
    isUncertain: false,
    uid: typeof uid === 'string' ? uid : '',
    generation: typeof generation === 'number' ? generation : 0,
    detail: text('Written.'),
  };
};
