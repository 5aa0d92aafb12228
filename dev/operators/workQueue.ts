/**
 * A keyed work queue: a key is worked on by one run at a time, asked for again while it runs it is
 * run once more, and a run that throws is retried with growing pauses. Source: client-go
 * util/workqueue and controller-runtime's reconcile loop.
 */
import { hasStatus } from './client';
import { sleep } from './sleep';

export interface WorkQueueOptions {
  name: string;
  signal: AbortSignal;
  /** Hears of failed runs, except lost races (409), which are routine. */
  report: (message: string) => void;
  /** First pause after a failure; doubled each time. Milliseconds. */
  firstPause?: number;
}

const LONGEST_PAUSE = 5_000;

export class WorkQueue {
  /** Keys asked for before the start, then those asked for again while they run. */
  private readonly waiting = new Set<string>();
  private started = false;
  private readonly running = new Map<string, Promise<void>>();
  private readonly failures = new Map<string, number>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly reconcile: (key: string) => Promise<void>,
    private readonly options: WorkQueueOptions,
  ) {}

  /** Begins to work; until then keys are only collected, so that no run sees half a cluster. */
  start(): void {
    this.started = true;
    const early = [...this.waiting];
    this.waiting.clear();
    for (const key of early) this.add(key);
  }

  /** Runs the key now, or once more after the run that is under way. */
  add(key: string): void {
    if (this.options.signal.aborted) return;
    if (!this.started || this.running.has(key)) {
      this.waiting.add(key);
      return;
    }
    this.running.set(key, this.run(key));
  }

  /** Runs the key in `ms` milliseconds; an earlier appointment of the same key is replaced. */
  addAfter(key: string, ms: number): void {
    clearTimeout(this.timers.get(key));
    if (this.options.signal.aborted) return;
    const timer = setTimeout(() => {
      this.timers.delete(key);
      this.add(key);
    }, ms);
    this.timers.set(key, timer);
  }

  /** Waits for the runs under way; call it after the signal was aborted. */
  async drain(): Promise<void> {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    await Promise.allSettled(this.running.values());
  }

  private async run(key: string): Promise<void> {
    const { signal, report, name, firstPause = 20 } = this.options;
    // Leaves the caller's stack first: several changes in one batch make one run.
    await Promise.resolve();
    do {
      this.waiting.delete(key);
      try {
        await this.reconcile(key);
        this.failures.delete(key);
      } catch (error) {
        if (signal.aborted) break;
        const count = (this.failures.get(key) ?? 0) + 1;
        this.failures.set(key, count);
        if (!hasStatus(error, 409)) report(`${name} ${key}: ${String(error)}`);
        this.waiting.add(key);
        const pause = Math.min(firstPause * 2 ** (count - 1), LONGEST_PAUSE);
        await sleep(pause, signal).catch(() => undefined);
      }
    } while (this.waiting.has(key) && !signal.aborted);
    this.running.delete(key);
  }
}
