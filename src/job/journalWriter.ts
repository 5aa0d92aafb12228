/**
 * Writes a job's journal without holding the job up: one save at a time, always of the newest state,
 * and no more than the API server should be asked for. Before a write to the cluster the job waits
 * for `flush`: what the journal does not know of must not happen.
 */
import { HEARTBEAT_MS, LeaseLost } from './journal';
import type { Journal } from './journal';
import type { JobState } from './jobState';

/** Changes that nothing depends on are kept at most this often. */
const QUIET_MS = 1000;

export interface JournalEvents {
  /** Somebody else has the job. */
  onLost(): void;
  /** A save succeeded or failed. */
  onKept(isKept: boolean): void;
}

export class JournalWriter {
  private saving: Promise<void> | undefined;
  /** The save that has not begun yet and will hold everything known by then. */
  private next: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private heartbeat: ReturnType<typeof setInterval> | undefined;
  private isHolding = false;

  constructor(
    private readonly journal: Journal,
    private readonly current: () => JobState,
    private readonly events: JournalEvents,
  ) {}

  /** Takes the lease and keeps it alive. Rejects as `Journal.acquire` does. */
  async acquire(): Promise<void> {
    await this.journal.acquire(this.current());
    this.isHolding = true;
    this.events.onKept(true);
    this.heartbeat ??= setInterval(() => void this.flush().catch(() => undefined), HEARTBEAT_MS);
  }

  /** Something changed that can wait a moment. */
  touch(): void {
    if (!this.isHolding || this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.flush().catch(() => undefined);
    }, QUIET_MS);
  }

  /** Resolves when the state of this moment, or a newer one, is kept. */
  flush(): Promise<void> {
    if (this.next !== undefined) return this.next;
    if (this.saving === undefined) return this.save();
    this.next = this.saving
      .catch(() => undefined)
      .then(() => {
        this.next = undefined;
        return this.save();
      });
    return this.next;
  }

  /** Keeps the last state and lets go of the lease; never rejects. */
  async release(): Promise<void> {
    this.stop();
    await this.saving?.catch(() => undefined);
    if (!this.isHolding) return;
    this.isHolding = false;
    await this.guarded(() => this.journal.release(this.current())).catch(() => undefined);
  }

  /** Ends all saving; the lease runs out by itself. */
  stop(): void {
    clearTimeout(this.timer);
    clearInterval(this.heartbeat);
    this.timer = undefined;
    this.heartbeat = undefined;
  }

  private save(): Promise<void> {
    if (!this.isHolding) return Promise.reject(new LeaseLost());
    const saving = this.guarded(() => this.journal.save(this.current())).finally(() => {
      if (this.saving === saving) this.saving = undefined;
    });
    this.saving = saving;
    return saving;
  }

  private async guarded(save: () => Promise<void>): Promise<void> {
    try {
      await save();
      this.events.onKept(true);
    } catch (thrown) {
      this.events.onKept(false);
      if (thrown instanceof LeaseLost) {
        this.isHolding = false;
        this.stop();
        this.events.onLost();
      }
      throw thrown;
    }
  }
}
