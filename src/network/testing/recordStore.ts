/**
 * A cluster that changes: holds records as a watch would, so that what did not change keeps its
 * identity from one snapshot to the next.
 */
import { editListing } from '../../cluster/editListing';
import { KIND_KEYS } from '../../cluster/models';
import { metaKey } from '../../cluster/meta';
import { readObject } from '../../cluster/readObject';
import type { KubeObject } from '../../cluster/kubeObject';
import type {
  KindKey,
  Listing,
  ListingState,
  RecordByKind,
  Snapshot,
} from '../../cluster/snapshot';

type AnyRecord = RecordByKind[KindKey];

export class RecordStore {
  private readonly listings = new Map<KindKey, Listing<AnyRecord>>(
    KIND_KEYS.map((kind) => [kind, { state: 'complete', items: new Map() }]),
  );

  /** Adds an object or replaces the one of its name. */
  put(object: KubeObject): void {
    const read = readObject(object);
    if (read !== undefined) this.edit(read.key, metaKey(read.record.meta), read.record);
  }

  /** Takes an object of the same kind and name away. */
  remove(object: KubeObject): void {
    const read = readObject(object);
    if (read !== undefined) this.edit(read.key, metaKey(read.record.meta), undefined);
  }

  setState(kind: KindKey, state: ListingState): void {
    this.listings.set(kind, { state, items: this.listings.get(kind)?.items ?? new Map() });
  }

  snapshot(): Snapshot {
    return Object.fromEntries(this.listings) as unknown as Snapshot;
  }

  private edit(kind: KindKey, key: string, record: AnyRecord | undefined): void {
    const listing = this.listings.get(kind);
    if (listing !== undefined) this.listings.set(kind, editListing(listing, key, record));
  }
}
