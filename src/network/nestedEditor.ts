/**
 * Makes and changes two-level indexes without touching the index they start from: inner maps are
 * copied when first written to, and the outer map once. Inner maps end up sorted by key, so that
 * an index does not show in which order it was filled.
 */
import type { NestedIndex } from './graphFacts';

const isSorted = (keys: readonly string[]): boolean =>
  keys.every((key, at) => at === 0 || (keys[at - 1] ?? '') <= key);

const sorted = <T>(inner: ReadonlyMap<string, T>): ReadonlyMap<string, T> => {
  const keys = [...inner.keys()];
  if (isSorted(keys)) return inner;
  return new Map([...inner.entries()].sort(([a], [b]) => (a < b ? -1 : 1)));
};

export class NestedEditor<T> {
  private readonly edited = new Map<string, Map<string, T>>();
  private readonly grown = new Set<string>();

  constructor(private readonly base: NestedIndex<T> = new Map<string, ReadonlyMap<string, T>>()) {}

  /** Outer keys whose inner map has changed. */
  get changed(): Iterable<string> {
    return this.edited.keys();
  }

  /** The inner map as it stands, undefined when there is none. */
  at(outer: string): ReadonlyMap<string, T> | undefined {
    return this.edited.get(outer) ?? this.base.get(outer);
  }

  set(outer: string, inner: string, value: T): void {
    const map = this.own(outer);
    const before = map.size;
    map.set(inner, value);
    if (map.size !== before && before > 0) this.grown.add(outer);
  }

  delete(outer: string, inner: string): void {
    if (this.at(outer)?.has(inner) === true) this.own(outer).delete(inner);
  }

  /** The index with all edits; the very one it began with when there were none. */
  finish(): NestedIndex<T> {
    if (this.edited.size === 0) return this.base;
    const next = new Map(this.base);
    for (const [outer, inner] of this.edited) {
      if (inner.size === 0) next.delete(outer);
      else next.set(outer, this.grown.has(outer) ? sorted(inner) : inner);
    }
    return next;
  }

  private own(outer: string): Map<string, T> {
    const known = this.edited.get(outer);
    if (known !== undefined) return known;
    const copy = new Map(this.base.get(outer));
    this.edited.set(outer, copy);
    return copy;
  }
}
