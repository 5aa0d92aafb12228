/**
 * Keeps one network model for all pages and components: graph and findings are computed once per
 * change, not once per component, and not more often than the machine can bear. It lives as long as
 * the tab; the watches below it stop when nobody is subscribed.
 */
import { isSnapshotComplete } from '../../cluster/isSnapshotComplete';
import type { Snapshot } from '../../cluster/snapshot';
import type { NetworkGraph } from '../../network/networkGraph';
import type { NetworkModel } from './networkModel';

/** Where snapshots come from. */
export interface SnapshotSource {
  getSnapshot(): Snapshot;
  subscribe(listener: () => void): () => void;
  refresh(): void;
}

export type ComputeModel = (
  previous: NetworkModel | undefined,
  snapshot: Snapshot,
  now: number,
) => NetworkModel;

/** Some checks look at the clock ("not ready for ten minutes"), so they run without a change, too. */
const CLOCK_INTERVAL = 60_000;

/** Computing a model and drawing it take at most this part of the main thread's time. */
const SHARE = 0.25;

export class ModelStore {
  private readonly listeners = new Set<() => void>();
  private source: SnapshotSource;
  private model: NetworkModel;
  private failure: Error | undefined;
  /** The snapshot that was worked on last; what came of it may be a failure. */
  private tried: Snapshot;
  private stopSource: (() => void) | undefined;
  private computeTimer: ReturnType<typeof setTimeout> | undefined;
  private clockTimer: ReturnType<typeof setInterval> | undefined;
  private notBefore = 0;

  constructor(
    source: SnapshotSource,
    private readonly compute: ComputeModel,
  ) {
    this.source = source;
    this.model = this.emptyModel();
    this.tried = this.model.snapshot;
  }

  /** Follows another source, for another identity; nothing of the old one stays. */
  follow(source: SnapshotSource): void {
    if (source === this.source) {
      return;
    }
    this.stop();
    this.source = source;
    this.model = this.emptyModel();
    this.failure = undefined;
    if (this.listeners.size > 0) {
      this.start();
    }
  }

  /**
   * The model as it stands.
   * @throws when computing it failed, which is a defect: an error boundary shows it
   */
  getModel = (): NetworkModel => {
    if (this.failure !== undefined) {
      throw this.failure;
    }
    return this.model;
  };

  /** The newest graph; built on the spot when there is none yet. */
  current = (): NetworkGraph => {
    const { graph } = this.model;
    if (graph !== undefined) {
      return graph;
    }
    this.computeNow();
    const built = this.getModel().graph;
    if (built === undefined) {
      throw new Error('A computed model has no graph');
    }
    return built;
  };

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) {
      this.start();
    }
    return () => {
      if (this.listeners.delete(listener) && this.listeners.size === 0) {
        this.stop();
      }
    };
  };

  /** Asks again for what failed or was forbidden. */
  refresh = (): void => this.source.refresh();

  private start(): void {
    this.stopSource = this.source.subscribe(() => this.schedule());
    this.clockTimer = setInterval(() => this.schedule(), CLOCK_INTERVAL);
    this.schedule();
  }

  private stop(): void {
    this.stopSource?.();
    this.stopSource = undefined;
    clearInterval(this.clockTimer);
    clearTimeout(this.computeTimer);
    this.computeTimer = undefined;
  }

  private schedule(): void {
    this.computeTimer ??= setTimeout(
      () => {
        this.computeNow();
        // In a task of its own: what is typed or moved meanwhile does not wait for both.
        this.computeTimer = setTimeout(() => this.announce(), 0);
      },
      Math.max(0, this.notBefore - Date.now()),
    );
  }

  private announce(): void {
    this.computeTimer = undefined;
    this.spend(() => [...this.listeners].forEach((listener) => listener()));
    // What came in since the computation asked for nothing, as one was under way.
    if (this.listeners.size > 0 && this.source.getSnapshot() !== this.tried) {
      this.schedule();
    }
  }

  /** Does something, and keeps the main thread free for a while after it. */
  private spend(work: () => void): void {
    const startedAt = Date.now();
    work();
    const endedAt = Date.now();
    this.notBefore = Math.max(this.notBefore, endedAt) + (endedAt - startedAt) / SHARE;
  }

  private computeNow(): void {
    this.spend(() => {
      this.tried = this.source.getSnapshot();
      try {
        this.model = this.compute(this.model, this.tried, Date.now());
        this.failure = undefined;
      } catch (error) {
        this.failure = error instanceof Error ? error : new Error(String(error));
      }
    });
  }

  private emptyModel(): NetworkModel {
    const snapshot = this.source.getSnapshot();
    return { snapshot, isComplete: isSnapshotComplete(snapshot) };
  }
}
