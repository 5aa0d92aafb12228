/**
 * Lists that are kept in an order while items come and go. A list is never changed in place.
 */

/** Position of the first item that is not before the key. */
const lowerBound = <T>(list: readonly T[], key: string, keyOf: (item: T) => string): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && keyOf(item) < key) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The list without `gone` and with `fresh`, which all have this key, at the key's place. */
export const replaceItems = <T>(
  list: readonly T[],
  gone: readonly T[],
  fresh: readonly T[],
  key: string,
  keyOf: (item: T) => string,
): readonly T[] => {
  const rest = gone.length === 0 ? list : list.filter((item) => !gone.includes(item));
  if (fresh.length === 0) return rest;
  const at = lowerBound(rest, key, keyOf);
  return [...rest.slice(0, at), ...fresh, ...rest.slice(at)];
};

/** Edits a map of lists without touching it: lists that end up empty are dropped. */
export class ListIndexEditor<T> {
  private next?: Map<string, readonly T[]>;

  constructor(
    private readonly base: ReadonlyMap<string, readonly T[]>,
    private readonly keyOf: (item: T) => string,
  ) {}

  /** Replaces the items of one owner in the list under `at`. `owner` is the key of its items. */
  replace(at: string, owner: string, gone: readonly T[], fresh: readonly T[]): void {
    if (gone.length === 0 && fresh.length === 0) return;
    this.next ??= new Map(this.base);
    const list = replaceItems(this.next.get(at) ?? [], gone, fresh, owner, this.keyOf);
    if (list.length === 0) this.next.delete(at);
    else this.next.set(at, list);
  }

  finish(): ReadonlyMap<string, readonly T[]> {
    return this.next ?? this.base;
  }
}
