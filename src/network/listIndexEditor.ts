/**
 * Makes and changes indexes from a key to a list without touching the index they start from.
 * Lists are kept in the order of their items' owner keys; one that ends up empty is dropped.
 */

import { ChunkedMap } from './chunkedMap';

/** Position of the first item whose key is above this one. */
const upperBound = <T>(list: readonly T[], key: string, keyOf: (item: T) => string): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && keyOf(item) <= key) low = middle + 1;
    else high = middle;
  }
  return low;
};

const insert = <T>(list: T[], item: T, keyOf: (item: T) => string): void => {
  const owner = keyOf(item);
  const last = list[list.length - 1];
  if (last === undefined || keyOf(last) <= owner) list.push(item);
  else list.splice(upperBound(list, owner, keyOf), 0, item);
};

export class ListIndexEditor<T> {
  private readonly edited = new Map<string, T[]>();

  constructor(
    private readonly base: ReadonlyMap<string, readonly T[]>,
    private readonly keyOf: (item: T) => string,
  ) {}

  /** The list as it stands. */
  at(key: string): readonly T[] {
    return this.edited.get(key) ?? this.base.get(key) ?? [];
  }

  /** Adds an item behind all whose owner sorts up to its own. */
  add(key: string, item: T): void {
    const list = this.edited.get(key);
    if (list === undefined && !this.base.has(key)) {
      this.edited.set(key, [item]);
      return;
    }
    insert(list ?? this.own(key), item, this.keyOf);
  }

  /** Adds an item unless its owner has one already. */
  addOnce(key: string, item: T): void {
    const list = this.at(key);
    const owner = this.keyOf(item);
    const before = list[upperBound(list, owner, this.keyOf) - 1];
    if (before === undefined || this.keyOf(before) !== owner) this.add(key, item);
  }

  /** Removes what has the same owner as this item. */
  remove(key: string, item: T): void {
    const owner = this.keyOf(item);
    const end = upperBound(this.at(key), owner, this.keyOf);
    let start = end;
    while (start > 0 && this.ownerAt(key, start - 1) === owner) start -= 1;
    if (start < end) this.own(key).splice(start, end - start);
  }

  /** Keys whose list has come or gone. */
  get appearances(): ReadonlySet<string> {
    const keys = new Set<string>();
    for (const [key, list] of this.edited) {
      if (this.base.has(key) === (list.length === 0)) keys.add(key);
    }
    return keys;
  }

  /** The index with all edits; the very one it began with when there were none. */
  finish(): ReadonlyMap<string, readonly T[]> {
    if (this.edited.size === 0) return this.base;
    if (this.base instanceof ChunkedMap) return this.base.with(this.edits());
    if (this.base.size === 0 && this.appearances.size === this.edited.size) return this.edited;
    const next = new Map(this.base);
    for (const [key, list] of this.edits()) {
      if (list === undefined) next.delete(key);
      else next.set(key, list);
    }
    return next;
  }

  /** Lists to set; undefined where one has to go. */
  private edits(): ReadonlyMap<string, readonly T[] | undefined> {
    const edits = new Map<string, readonly T[] | undefined>();
    for (const [key, list] of this.edited) edits.set(key, list.length === 0 ? undefined : list);
    return edits;
  }

  private ownerAt(key: string, at: number): string | undefined {
    const item = this.at(key)[at];
    return item === undefined ? undefined : this.keyOf(item);
  }

  private own(key: string): T[] {
    const known = this.edited.get(key);
    if (known !== undefined) return known;
    const copy = [...(this.base.get(key) ?? [])];
    this.edited.set(key, copy);
    return copy;
  }
}
