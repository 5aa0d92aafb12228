/**
 * Makes a snapshot from objects as they come out of a dump or a test: in any order, lists among
 * them, unknown kinds among them, one object twice. A kind that never occurs is `absent`, which
 * is unknown downstream; a kind that is listed with no items is complete and empty (rulings 4).
 */
import { isOlderVersion } from './isOlderVersion';
import { recordOf, textOf } from './json';
import { listedObjects } from './listedObjects';
import { metaKey } from './meta';
import { KIND_KEYS, kindOf } from './models';
import { readObject } from './readObject';
import type { KindKey, Listing, ListingState, RecordByKind, Snapshot } from './snapshot';

/** One object that was given twice. */
export interface Duplicate {
  readonly kind: KindKey;
  /** `namespace/name`, or `name` alone. */
  readonly key: string;
  readonly kept: 'earlier' | 'later';
}

export interface SnapshotOptions {
  /** State of the kinds that do not occur; `absent` unless said otherwise. */
  readonly missing?: ListingState;
  /** Called for every object that was given twice. */
  readonly onDuplicate?: (duplicate: Duplicate) => void;
  /** Called with every object of a known kind, before it is cut down to a record. */
  readonly onObject?: (object: unknown) => void;
}

type AnyRecord = RecordByKind[KindKey];

class Collector {
  readonly listings = new Map<KindKey, Map<string, AnyRecord>>();

  constructor(private readonly options: SnapshotOptions) {}

  /** Takes an object, a `List`, a `FooList` or an array of such, to any depth of lists. */
  add(object: unknown): void {
    for (const one of listedObjects(object, this.sawList)) this.addOne(one);
  }

  /** A list without items is complete, too. */
  private readonly sawList = (apiVersion: string, kind: string): void => {
    const key = kindOf(apiVersion, kind);
    if (key !== undefined) this.listing(key);
  };

  private listing(key: KindKey): Map<string, AnyRecord> {
    const known = this.listings.get(key);
    if (known !== undefined) return known;
    const listing = new Map<string, AnyRecord>();
    this.listings.set(key, listing);
    return listing;
  }

  private addOne(object: unknown): void {
    const raw = recordOf(object);
    const kind = kindOf(textOf(raw.apiVersion), textOf(raw.kind));
    if (kind === undefined) return;
    this.options.onObject?.(object);
    const listing = this.listing(kind);
    const record = readObject(object)?.record;
    if (record === undefined) return;
    const key = metaKey(record.meta);
    const before = listing.get(key);
    const kept =
      before !== undefined &&
      isOlderVersion(record.meta.resourceVersion, before.meta.resourceVersion)
        ? 'earlier'
        : 'later';
    if (before !== undefined) this.options.onDuplicate?.({ kind, key, kept });
    if (kept === 'later') listing.set(key, record);
  }
}

/**
 * Takes objects as the API serves them. Never throws; what is not an object of a known kind is
 * left out. Work is linear in the number of objects.
 */
export const snapshotOf = (objects: Iterable<unknown>, options: SnapshotOptions = {}): Snapshot => {
  const collector = new Collector(options);
  for (const object of objects) collector.add(object);
  const missing: Listing<AnyRecord> = { state: options.missing ?? 'absent', items: new Map() };
  const listings = KIND_KEYS.map((key) => {
    const items = collector.listings.get(key);
    const listing: Listing<AnyRecord> =
      items === undefined ? missing : { state: 'complete', items };
    return [key, listing] as const;
  });
  // Every listing was filled by the reader of its own key, which the compiler cannot see here.
  return Object.fromEntries(listings) as unknown as Snapshot;
};

/** A snapshot in which every kind is absent: what is known before anything has arrived. */
export const emptySnapshot = (): Snapshot => snapshotOf([]);

/** A snapshot in which the kinds that do not occur are known to have no items. */
export const completeSnapshot = (objects: Iterable<unknown>): Snapshot =>
  snapshotOf(objects, { missing: 'complete' });
