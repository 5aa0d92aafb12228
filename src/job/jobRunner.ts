/**
 * Runs a plan: write, wait, next; stops at the first failure; on request takes everything of its
 * own back in reverse. VMs that follow one another go side by side, and one that fails does not stop
 * the others. The journal knows of each write before it is sent, so that a closed tab loses nothing,
 * and only its holder works on the job. Design section 7.
 */
import { text } from '../cluster/text';
import type { Plan, Step } from '../plan/model';
import type { WaitProgress } from '../plan/progress';
import { adoptWritten } from './adoptWritten';
import { toFailure } from './api';
import type { Api, ApiFailure } from './api';
import { forwardStep } from './forwardStep';
import type { GraphSource } from './graphSource';
import { inParallel } from './inParallel';
import { isTouched, newJob, stepState, withStep } from './jobState';
import type { JobPhase, JobState, StepState } from './jobState';
import { LeaseLost } from './journal';
import type { Journal, JournalPlace } from './journal';
import { JournalWriter } from './journalWriter';
import { patientApi } from './patientApi';
import type { Pause } from './patientApi';
import { stepBatches } from './stepBatches';
import { undoStep } from './undoStep';

/** VMs that are worked on at a time: as many as KubeVirt migrates at a time. */
const VMS_AT_ONCE = 5;

export interface JobDependencies {
  readonly api: Api;
  readonly source: GraphSource;
  readonly journal: Journal;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** How the job waits before it asks an overloaded server again; for real when left out. */
  readonly pause?: Pause;
}

export class JobRunner {
  private state: JobState;
  private readonly api: Api;
  private readonly listeners = new Set<() => void>();
  private readonly writer: JournalWriter;
  private abort = new AbortController();
  private isKept = true;
  private isLost = false;
  private isAtWork = false;
  private refusal: ApiFailure | undefined;

  constructor(
    plan: Plan | JobState,
    private readonly deps: JobDependencies,
  ) {
    this.state = 'phase' in plan ? plan : newJob(plan, deps.now());
    this.api = patientApi(deps.api, deps.pause);
    this.writer = new JournalWriter(deps.journal, () => this.state, {
      onLost: () => this.lose(),
      onKept: (isKept) => this.noteKept(isKept),
    });
  }

  current(): JobState {
    return this.state;
  }

  /** False while the newest state could not be kept: closing the tab would lose it. */
  isJournalled(): boolean {
    return this.isKept && this.deps.journal.place().type !== 'nowhere';
  }

  /** Where the journal is kept, and so who can go on with the job. */
  place(): JournalPlace {
    return this.deps.journal.place();
  }

  /** Another tab or user has the job now; this runner has stopped for good. */
  isTakenOver(): boolean {
    return this.isLost;
  }

  /** This runner is working on the job at this moment. */
  isBusy(): boolean {
    return this.isAtWork;
  }

  /** Why the journal could not be taken, when the last `run` or `undo` did nothing. */
  problem(): ApiFailure | undefined {
    return this.refusal;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Ends the waits of this tab; the job stays in the journal as it is. */
  leave(): void {
    this.abort.abort();
    this.writer.stop();
  }

  /** Runs, or resumes after a failure: steps that are done are not done again. */
  run(): Promise<void> {
    return this.work('running', async () => {
      for (const batch of stepBatches(this.state.plan.steps)) {
        const left = batch.filter((step) => stepState(this.state, step.id).status !== 'done');
        const isDone = await inParallel(left, VMS_AT_ONCE, (step) => this.forward(step));
        if (isDone.includes(false)) return 'failed';
      }
      return 'succeeded';
    });
  }

  /** Takes back what this job wrote, last step first. Stops at what it cannot take back. */
  undo(): Promise<void> {
    return this.work('undoing', async () => {
      for (const batch of [...stepBatches(this.state.plan.steps)].reverse()) {
        const left = [...batch].reverse().filter((step) => this.isTouched(step));
        const isDone = await inParallel(left, VMS_AT_ONCE, (step) => this.undoOne(step));
        if (isDone.includes(false)) return 'needsAttention';
      }
      return 'undone';
    });
  }

  private isTouched(step: Step): boolean {
    return isTouched(stepState(this.state, step.id));
  }

  /** Takes the lease, works, and lets go. Never rejects. */
  private async work(phase: JobPhase, job: () => Promise<JobPhase>): Promise<void> {
    if (this.isAtWork || this.isLost) return;
    const before = this.state;
    this.isAtWork = true;
    this.abort = new AbortController();
    this.refusal = undefined;
    this.set({ ...before, phase });
    try {
      if (!(await this.acquire(before))) return;
      const end = await job();
      if (this.hasLeft()) return;
      this.isAtWork = false;
      this.set({ ...this.state, phase: end });
      await this.writer.release();
    } catch (thrown) {
      // A lost lease was noted when it happened; anything else is a defect and must be seen.
      if (!(thrown instanceof LeaseLost)) throw thrown;
    } finally {
      this.isAtWork = false;
      this.tell();
    }
  }

  private async acquire(before: JobState): Promise<boolean> {
    try {
      await this.writer.acquire();
      return true;
    } catch (thrown) {
      if (thrown instanceof LeaseLost) this.isLost = true;
      else this.refusal = toFailure(thrown);
      this.set(before);
      return false;
    }
  }

  private forward(step: Step): Promise<boolean> {
    if (this.hasLeft()) return Promise.resolve(false);
    return forwardStep(step, {
      api: this.api,
      source: this.deps.source,
      jobId: this.state.plan.jobId,
      signal: this.abort.signal,
      state: () => stepState(this.state, step.id),
      set: (change) => this.setStep(step, change),
      report: (progress) => this.report(step, progress),
      keep: () => this.writer.flush(),
    });
  }

  private async undoOne(step: Step): Promise<boolean> {
    if (this.hasLeft()) return false;
    const { written } = stepState(this.state, step.id);
    this.setStep(step, { status: 'undoing', raw: '', nodes: [] });
    try {
      await this.writer.flush();
      const { jobId } = this.state.plan;
      if (!written && (await adoptWritten(step, this.api, jobId)) === undefined) {
        this.setStep(step, { status: 'undone', isUncertain: false });
        return true;
      }
      const progress = await undoStep(step, stepState(this.state, step.id), {
        api: this.api,
        source: this.deps.source,
        jobId,
        signal: this.abort.signal,
        report: (seen) => this.report(step, seen),
      });
      if (this.hasLeft()) return false;
      this.report(step, progress);
      const undone = progress.state === 'done';
      this.setStep(step, {
        status: undone ? 'undone' : 'undoFailed',
        written: !undone,
        isUncertain: false,
      });
      return undone;
    } catch (thrown) {
      if (thrown instanceof LeaseLost) throw thrown;
      this.setStep(step, undoFailure(step, toFailure(thrown)));
      return false;
    }
  }

  private hasLeft(): boolean {
    return this.abort.signal.aborted;
  }

  private report(step: Step, progress: WaitProgress): void {
    const raw = progress.nodes.find((node) => node.stage === 'failed')?.message ?? '';
    this.setStep(step, { nodes: progress.nodes, raw, detail: progress.detail });
  }

  private setStep(step: Step, change: Partial<StepState>): void {
    if (this.isLost) return;
    this.set(withStep(this.state, step.id, change));
  }

  private set(state: JobState): void {
    this.state = state;
    this.writer.touch();
    this.tell();
  }

  private lose(): void {
    this.isLost = true;
    this.abort.abort();
    this.tell();
  }

  private noteKept(isKept: boolean): void {
    if (this.isKept === isKept) return;
    this.isKept = isKept;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

const undoFailure = (step: Step, failure: ApiFailure): Partial<StepState> => ({
  status: 'undoFailed',
  detail: text('{{kind}} {{name}} could not be taken back.', {
    kind: step.ref.kind,
    name: step.ref.name,
  }),
  raw: failure.message,
});
