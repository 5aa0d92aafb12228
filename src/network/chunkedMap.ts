/**
 * An immutable map with sorted keys that can be changed at small cost: it is cut into chunks, and
 * a change copies the chunks it touches and the list of chunks, not the whole. With n keys a
 * lookup costs O(log n), a change O(sqrt n) at the sizes of a cluster. Values may not be
 * undefined.
 */
import { LookupMap } from './lookupMap';

const CHUNK_SIZE = 64;
const MAX_CHUNK_SIZE = 2 * CHUNK_SIZE;

interface Chunk<V> {
  readonly keys: readonly string[];
  readonly values: readonly V[];
}

/** Position of the last item that is not above the key, or -1. */
const floorIndex = (count: number, keyAt: (index: number) => string, key: string): number => {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (keyAt(middle) <= key) low = middle + 1;
    else high = middle - 1;
  }
  return high;
};

const firstKey = <V>(chunk: Chunk<V> | undefined): string => chunk?.keys[0] ?? '';

const cut = <V>(keys: readonly string[], values: readonly V[]): Chunk<V>[] => {
  const chunks: Chunk<V>[] = [];
  for (let at = 0; at < keys.length; at += CHUNK_SIZE) {
    chunks.push({
      keys: keys.slice(at, at + CHUNK_SIZE),
      values: values.slice(at, at + CHUNK_SIZE),
    });
  }
  return chunks;
};

export class ChunkedMap<V> extends LookupMap<V> {
  private listed?: readonly V[];

  private constructor(
    private readonly chunks: readonly Chunk<V>[],
    readonly size: number,
  ) {
    super();
  }

  /** Makes a map of keys that are sorted and distinct, and their values. */
  static fromSorted<V>(keys: readonly string[], values: readonly V[]): ChunkedMap<V> {
    return new ChunkedMap(cut(keys, values), keys.length);
  }

  /** Makes a map with the entries of another one. */
  static fromMap<V>(map: ReadonlyMap<string, V>): ChunkedMap<V> {
    const keys = [...map.keys()].sort();
    const values: V[] = [];
    for (const key of keys) {
      const value = map.get(key);
      if (value !== undefined) values.push(value);
    }
    return ChunkedMap.fromSorted(keys, values);
  }

  get(key: string): V | undefined {
    const chunk = this.chunks[this.chunkIndex(key)];
    if (chunk === undefined) return undefined;
    const at = floorIndex(chunk.keys.length, (i) => chunk.keys[i] ?? '', key);
    return chunk.keys[at] === key ? chunk.values[at] : undefined;
  }

  *entries(): MapIterator<[string, V]> {
    for (const { keys, values } of this.chunks) {
      for (let at = 0; at < keys.length; at += 1) {
        const key = keys[at];
        const value = values[at];
        if (key !== undefined && value !== undefined) yield [key, value];
      }
    }
  }

  override values(): MapIterator<V> {
    this.listed ??= this.chunks.flatMap((chunk) => chunk.values);
    return this.listed.values();
  }

  /** This map with some entries set, or removed where the value is undefined. */
  with(changes: ReadonlyMap<string, V | undefined>): ChunkedMap<V> {
    if (changes.size === 0) return this;
    const byChunk = new Map<number, Map<string, V | undefined>>();
    for (const [key, value] of changes) {
      const at = Math.max(0, this.chunkIndex(key));
      const known = byChunk.get(at);
      if (known === undefined) byChunk.set(at, new Map([[key, value]]));
      else known.set(key, value);
    }
    const chunks = this.chunks.length === 0 ? [{ keys: [], values: [] }] : this.chunks;
    const next: Chunk<V>[] = [];
    let size = this.size;
    chunks.forEach((chunk, at) => {
      const edits = byChunk.get(at);
      if (edits === undefined) return void next.push(chunk);
      const merged = merge(chunk, edits);
      size += merged.keys.length - chunk.keys.length;
      if (merged.keys.length > MAX_CHUNK_SIZE) next.push(...cut(merged.keys, merged.values));
      else if (merged.keys.length > 0) next.push(merged);
    });
    return new ChunkedMap(next, size);
  }

  /** Keys whose value is another than in `before`, or of which one of the two has none. */
  changedSince(before: ChunkedMap<V>): ReadonlySet<string> {
    const old = new Map(before.chunks.map((chunk) => [chunk.keys, chunk]));
    const changed = new Set<string>();
    const compare = (key: string): void => {
      if (before.get(key) !== this.get(key)) changed.add(key);
    };
    for (const chunk of this.chunks) {
      // Where values were replaced alone the keys are the very same list.
      const was = old.get(chunk.keys);
      old.delete(chunk.keys);
      if (was === undefined) chunk.keys.forEach(compare);
      else if (was !== chunk) {
        chunk.values.forEach((value, at) => {
          const key = chunk.keys[at];
          if (key !== undefined && value !== was.values[at]) changed.add(key);
        });
      }
    }
    for (const keys of old.keys()) keys.forEach(compare);
    return changed;
  }

  private chunkIndex(key: string): number {
    return floorIndex(this.chunks.length, (i) => firstKey(this.chunks[i]), key);
  }
}

/** The chunk with its edits where they replace values alone, as most do; else undefined. */
const replaced = <V>(
  { keys, values }: Chunk<V>,
  edits: ReadonlyMap<string, V | undefined>,
): Chunk<V> | undefined => {
  const next = [...values];
  for (const [key, value] of edits) {
    const at = floorIndex(keys.length, (i) => keys[i] ?? '', key);
    if (value === undefined || keys[at] !== key) return undefined;
    next[at] = value;
  }
  return { keys, values: next };
};

/** The chunk with its edits, keys sorted. */
const merge = <V>(chunk: Chunk<V>, edits: ReadonlyMap<string, V | undefined>): Chunk<V> => {
  const quick = replaced(chunk, edits);
  if (quick !== undefined) return quick;
  const entries = new Map<string, V>();
  chunk.keys.forEach((key, at) => {
    const value = chunk.values[at];
    if (value !== undefined) entries.set(key, value);
  });
  for (const [key, value] of edits) {
    if (value === undefined) entries.delete(key);
    else entries.set(key, value);
  }
  const keys = [...entries.keys()].sort();
  const values: V[] = [];
  for (const key of keys) {
    const value = entries.get(key);
    if (value !== undefined) values.push(value);
  }
  return { keys, values };
};
