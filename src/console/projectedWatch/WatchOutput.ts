/**
 * What a projected watch shows: the listing as it stands, and who is told of a change. Changes are
 * gathered, so that a burst of events costs its listeners one pass.
 */
import type { Listing, ListingState } from '../../cluster/snapshot';
import { Batcher } from './Batcher';
import type { RecordStore, WatchedRecord } from './RecordStore';
import { WATCH_TIMING } from './watchTiming';

export class WatchOutput<T extends WatchedRecord> {
  private readonly listeners = new Set<() => void>();
  private readonly batcher = new Batcher(WATCH_TIMING.batch, () => this.publish());
  private state: ListingState = 'loading';
  private reason: string | undefined;
  private total: number | undefined;
  private current: Listing<T> = { state: 'loading', items: new Map() };

  constructor(private readonly records: RecordStore<T>) {}

  /** A new object only when something changed. */
  get listing(): Listing<T> {
    return this.current;
  }

  /** What it gives leaves again, and tells whether nobody is left. */
  subscribe(listener: () => void): () => 'last' | 'others' | 'gone' {
    this.listeners.add(listener);
    return () => {
      if (!this.listeners.delete(listener)) return 'gone';
      return this.listeners.size === 0 ? 'last' : 'others';
    };
  }

  /** How far the listing can be trusted from now on, and why not further. */
  say(state: ListingState, reason?: string): void {
    if (this.says(state, reason)) return;
    this.state = state;
    this.reason = reason;
    this.batcher.touch();
  }

  says(state: ListingState, reason: string | undefined): boolean {
    return this.state === state && this.reason === reason;
  }

  /** How many records there will be; undefined where that is not known, or all are there. */
  expect(total: number | undefined): void {
    this.total = total;
  }

  /** Tells the listeners soon. */
  touch(): void {
    this.batcher.touch();
  }

  /** Tells the listeners at once. */
  now(): void {
    this.batcher.now();
  }

  /** Tells nobody of what has been gathered. */
  cancel(): void {
    this.batcher.cancel();
  }

  private publish(): void {
    this.current = {
      state: this.state,
      items: this.records.share(),
      ...(this.records.edit === undefined ? {} : { edit: this.records.edit }),
      ...(this.total === undefined ? {} : { total: this.total }),
      ...(this.reason === undefined ? {} : { reason: this.reason }),
    };
    for (const listener of [...this.listeners]) {
      listener();
    }
  }
}
