/**
 * Keeps one network model for all pages and components: graph and findings are computed once per
 * change, not once per component, and not more often than the machine can bear. The work is done in
 * slices; whoever reads sees the model before it or the model after it, and nothing in between. It lives
 * as long as the tab; the watches below it stop when nobody is subscribed.
 */
import { completeness } from '../../cluster/completeness';
import { isSnapshotComplete } from '../../cluster/isSnapshotComplete';
import type { Snapshot } from '../../cluster/snapshot';
import type { NetworkGraph } from '../../network/networkGraph';
import { finish } from '../../network/steps';
import type { Steps } from '../../network/steps';
import type { Prepare } from '../../ui/drawAhead';
import { QUICK_SLICE, SMOOTH_SLICE, inSlices } from '../../ui/inSlices';
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
) => Steps<NetworkModel>;

/** Some checks look at the clock ("not ready for ten minutes"), so they run without a change, too. */
const CLOCK_INTERVAL = 60_000;

/** Computing models and drawing them take at most this part of the main thread's time. */
const SHARE = 0.25;

export class ModelStore {
  private readonly listeners = new Set<() => void>();
  private source: SnapshotSource;
  private model: NetworkModel;
  /** The newest model; shown once its drawing is prepared, or never when more has come in by then. */
  private latest: NetworkModel;
  private failure: Error | undefined;
  /** The snapshot that was worked on last; what came of it may be a failure. */
  private tried: Snapshot;
  /** The same once there is a model or a failure of it, while its drawing may be under way. */
  private computed: Snapshot | undefined;
  private stopSource: (() => void) | undefined;
  /** Ends what is under way: waiting, computing or telling. */
  private endWork: (() => void) | undefined;
  private clockTimer: ReturnType<typeof setInterval> | undefined;
  private notBefore = 0;

  constructor(
    source: SnapshotSource,
    private readonly compute: ComputeModel,
    private readonly prepare: Prepare,
  ) {
    this.source = source;
    this.model = this.latest = this.emptyModel();
    this.tried = this.model.snapshot;
  }

  /** Follows another source, for another identity; nothing of the old one stays. */
  follow(source: SnapshotSource): void {
    if (source === this.source) {
      return;
    }
    this.stop();
    this.source = source;
    this.model = this.latest = this.emptyModel();
    this.tried = this.model.snapshot;
    this.computed = undefined;
    this.notBefore = 0;
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

  /**
   * The newest graph; built on the spot when there is none yet.
   * @throws when building it failed, which is a defect
   */
  current = (): NetworkGraph => {
    const { graph } = this.model;
    if (graph !== undefined) {
      return graph;
    }
    this.abandon();
    finish(this.computeNewest());
    this.become(this.latest);
    if (this.listeners.size > 0) this.schedule();
    if (this.model.graph === undefined) throw new Error('A computed model has no graph');
    return this.model.graph;
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
    this.stopSource = this.source.subscribe(() => this.followChange());
    this.clockTimer = setInterval(() => this.schedule(), CLOCK_INTERVAL);
    this.schedule();
  }

  private stop(): void {
    this.stopSource?.();
    this.stopSource = undefined;
    clearInterval(this.clockTimer);
    this.abandon();
  }

  private abandon(): void {
    this.endWork?.();
    this.endWork = undefined;
  }

  /**
   * The first snapshot with everything in it is worked on at once: until then a part of the cluster is
   * shown, and what was spent on parts would keep the whole back for seconds. So is the first one with
   * everything but VMs; as most of what is worked out of it holds for the whole, that is ended and only
   * its drawing left out.
   */
  private followChange(): void {
    const isModelled = this.computed === this.tried;
    if (this.isOvertaken() && (isModelled || completeness(this.tried) === 0)) {
      this.abandon();
      this.notBefore = 0;
    }
    this.schedule();
  }

  /** More of the cluster has come in since, until a model of the whole is there. */
  private isOvertaken(): boolean {
    return this.firstReached() > completeness(this.tried);
  }

  /** What of the cluster has come in, until a model of the whole is there. */
  private firstReached(): 0 | 1 | 2 {
    return this.model.isComplete ? 0 : completeness(this.source.getSnapshot());
  }

  /**
   * Changes that come while work is under way wait for its end: it is begun anew at most when more kinds
   * have come in, and so ends.
   */
  private schedule(): void {
    if (this.endWork !== undefined) return;
    this.endWork = inSlices(this.work(), {
      delay: Math.max(0, this.notBefore - Date.now()),
      slice: this.model.isComplete ? SMOOTH_SLICE : QUICK_SLICE,
      // Parts leave the thread to what is still loading; little or nothing is waited for after that.
      pause: this.firstReached() > 0 ? 'turn' : 0,
      done: (model, spent) => this.announceSoon(spent, () => this.become(model)),
      failed: (error, spent) => this.announceSoon(spent, () => this.fail(error)),
    });
  }

  private *computeNewest(): Steps<void> {
    this.tried = this.source.getSnapshot();
    try {
      this.latest = yield* this.compute(this.latest, this.tried, Date.now());
    } finally {
      this.computed = this.tried;
    }
  }

  /** A new model, of the cluster as far as it has come in by then, and what drawing it will ask for. */
  private *work(): Steps<NetworkModel> {
    do {
      yield* this.computeNewest();
    } while (this.isOvertaken());
    const { graph, diagnosis } = this.latest;
    if (graph !== undefined && diagnosis !== undefined) {
      yield* this.prepare({ graph, diagnosis }, this.model.graph);
    }
    return this.latest;
  }

  /** In a task of its own: what is typed or moved meanwhile does not wait for both. */
  private announceSoon(spent: number, change: () => void): void {
    this.keepQuiet(spent);
    const timer = setTimeout(() => {
      this.endWork = undefined;
      const startedAt = Date.now();
      change();
      [...this.listeners].forEach((listener) => listener());
      this.keepQuiet(Date.now() - startedAt);
      // What came in since the computation asked for nothing, as one was under way.
      if (this.listeners.size > 0 && this.source.getSnapshot() !== this.tried) this.schedule();
    }, 0);
    this.endWork = () => clearTimeout(timer);
  }

  /** Keeps the main thread free for a while after work that took so many milliseconds. */
  private keepQuiet(spent: number): void {
    this.notBefore = Math.max(this.notBefore, Date.now()) + spent / SHARE;
  }

  private become(model: NetworkModel): void {
    this.model = model;
    this.failure = undefined;
  }

  private fail(error: unknown): void {
    this.failure = error instanceof Error ? error : new Error(String(error));
  }

  private emptyModel(): NetworkModel {
    const snapshot = this.source.getSnapshot();
    return { snapshot, isComplete: isSnapshotComplete(snapshot) };
  }
}
