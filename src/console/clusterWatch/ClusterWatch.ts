/**
 * All kinds of the product as one snapshot. The snapshot is a new object only when a listing
 * changed, and holds the same listing object for every kind that did not. Changes of many kinds at
 * once (a page load, a burst) become one notification; only what everybody has been waiting for, the
 * last listing to end, and the last before those of VMs, is told of at once.
 */
import { completeness } from '../../cluster/completeness';
import type { KindKey, RecordByKind, Snapshot } from '../../cluster/snapshot';
import { Batcher } from '../projectedWatch/Batcher';
import type { ListingSource } from '../projectedWatch/ListingSource';

export type Sources = { readonly [K in KindKey]: ListingSource<RecordByKind[K]> };

/** Least time between two notifications, in milliseconds. */
const INTERVAL = 100;

const readSnapshot = (sources: Sources): Snapshot => {
  const entries = Object.entries(sources).map(([kind, source]) => [kind, source.getListing()]);
  return Object.fromEntries(entries) as Snapshot;
};

export class ClusterWatch {
  private readonly listeners = new Set<() => void>();
  private readonly batcher = new Batcher(INTERVAL, () => this.publish());
  private snapshot: Snapshot;
  private stops: readonly (() => void)[] = [];

  constructor(private readonly sources: Sources) {
    this.snapshot = readSnapshot(sources);
  }

  /** The cluster as known now. */
  getSnapshot = (): Snapshot => this.snapshot;

  /** Calls back after every change; the watches run as long as somebody is subscribed. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) {
      this.stops = Object.values(this.sources).map((source) =>
        source.subscribe(() => this.noteChange()),
      );
      this.batcher.touch();
    }
    return () => {
      if (this.listeners.delete(listener) && this.listeners.size === 0) {
        this.stops.forEach((stop) => stop());
        this.stops = [];
        this.batcher.cancel();
      }
    };
  };

  /** Tries again now what failed or was forbidden. */
  refresh = (): void => Object.values(this.sources).forEach((source) => source.refresh());

  private noteChange(): void {
    const reached = completeness(this.snapshot);
    if (reached < 2 && completeness(readSnapshot(this.sources)) > reached) this.batcher.now();
    else this.batcher.touch();
  }

  private publish(): void {
    const next = readSnapshot(this.sources);
    const kinds = Object.keys(next) as KindKey[];
    if (kinds.every((kind) => next[kind] === this.snapshot[kind])) {
      return;
    }
    this.snapshot = next;
    [...this.listeners].forEach((listener) => listener());
  }
}
