/**
 * A read-only Map that is not one table but a way to look things up and walk through them. What
 * a sub-class has to give is `get`, `size` and `entries`.
 */
export abstract class LookupMap<V> implements ReadonlyMap<string, V> {
  abstract get size(): number;
  abstract get(key: string): V | undefined;
  abstract entries(): MapIterator<[string, V]>;

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }
}
