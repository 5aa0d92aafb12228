/**
 * The records of one watch. Raw objects pass through the reader and are dropped; a record whose
 * object has not changed (same uid and resourceVersion) keeps its identity through duplicate events
 * and relists, so that nothing downstream is computed again for it.
 */
import type { KubeObject } from '../../cluster/kubeObject';
import type { Meta } from '../../cluster/meta';
import type { ListingEdit } from '../../cluster/snapshot';
import { isNotNewer } from './resourceVersion';

export interface WatchedRecord {
  readonly meta: Meta;
}

/** Undefined for an object that is not a record, such as one without a name; it is left out. */
export type ReadRecord<T> = (raw: KubeObject) => T | undefined;

const textOf = (raw: KubeObject, field: string): string => {
  const value = raw.metadata?.[field];
  return typeof value === 'string' ? value : '';
};

const keyOf = (raw: KubeObject): string => {
  const namespace = textOf(raw, 'namespace');
  return namespace === '' ? textOf(raw, 'name') : `${namespace}/${textOf(raw, 'name')}`;
};

const isSameObject = (record: WatchedRecord, raw: KubeObject): boolean =>
  record.meta.uid === textOf(raw, 'uid') &&
  record.meta.resourceVersion === textOf(raw, 'resourceVersion');

export class RecordStore<T extends WatchedRecord> {
  private held = new Map<string, T>();
  private staged: Map<string, T> | undefined;
  private shared = false;
  /** What `held` was copied from, and the keys that were edited since. */
  private base: ReadonlyMap<string, T> | undefined;
  private edited = new Set<string>();

  constructor(private readonly read: ReadRecord<T>) {}

  get size(): number {
    return this.held.size;
  }

  /** Records of the list that is being read and is not complete yet. */
  get stagedSize(): number {
    return this.staged?.size ?? 0;
  }

  /** The records, as a map that later changes do not touch. */
  share(): ReadonlyMap<string, T> {
    this.shared = true;
    return this.held;
  }

  /** How the map that `share` gives came out of the one before; undefined after a new list. */
  get edit(): ListingEdit | undefined {
    if (this.base === undefined) return undefined;
    return { from: this.base, to: this.held, keys: this.edited };
  }

  /** Begins a new list; what is held stays in view until `swap`. */
  beginList(): void {
    this.staged = new Map();
  }

  /** Adds a page to the new list. */
  stage(items: readonly KubeObject[]): void {
    const staged = (this.staged ??= new Map<string, T>());
    for (const raw of items) {
      const key = keyOf(raw);
      const known = this.held.get(key);
      const record = known && isSameObject(known, raw) ? known : this.read(raw);
      if (record !== undefined) {
        staged.set(key, record);
      }
    }
  }

  /** Shows the new list so far, unless that would be fewer records than are in view. */
  showStaged(): boolean {
    if (this.staged === undefined || this.staged.size < this.held.size) {
      return false;
    }
    this.replace(new Map(this.staged));
    return true;
  }

  /** Puts the complete new list in the place of the old one. */
  swap(): void {
    this.replace(this.staged ?? new Map<string, T>());
    this.staged = undefined;
  }

  clear(): void {
    this.replace(new Map());
    this.staged = undefined;
  }

  private replace(held: Map<string, T>): void {
    this.held = held;
    this.shared = false;
    this.base = undefined;
  }

  /**
   * Applies a watch event. Events that are not newer than what is held are duplicates of a resumed
   * watch.
   * @returns whether anything changed
   */
  apply(type: 'ADDED' | 'MODIFIED' | 'DELETED', raw: KubeObject): boolean {
    const key = keyOf(raw);
    const known = this.held.get(key);
    const version = textOf(raw, 'resourceVersion');
    if (known && isNotNewer(version, known.meta.resourceVersion)) {
      // A deletion carries the version of the deletion, except from servers that repeat the last state.
      const repeatsLast = type === 'DELETED' && isSameObject(known, raw);
      if (!repeatsLast) {
        return false;
      }
    }
    const next = type === 'DELETED' ? undefined : this.read(raw);
    if (next === undefined && known === undefined) {
      return false;
    }
    const held = this.writable();
    this.edited.add(key);
    if (next === undefined) {
      held.delete(key);
    } else {
      held.set(key, next);
    }
    return true;
  }

  /** Copies once per shared map, not once per event. */
  private writable(): Map<string, T> {
    if (this.shared) {
      this.base = this.held;
      this.edited = new Set();
      this.held = new Map(this.held);
      this.shared = false;
    }
    return this.held;
  }
}
