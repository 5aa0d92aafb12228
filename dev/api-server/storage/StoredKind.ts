/**
 * All objects of one kind, by key, and in the order in which etcd would list them (by key, byte by
 * byte). The order is kept lazily: writes only drop it, the next list makes it again.
 */
import type { StoredObject } from './StoredObject';

export class StoredKind {
  private readonly objects = new Map<string, StoredObject>();
  private keys: string[] | undefined;
  private sorted: readonly StoredObject[] | undefined;

  get(key: string): StoredObject | undefined {
    return this.objects.get(key);
  }

  set(stored: StoredObject): void {
    if (!this.objects.has(stored.key)) {
      this.keys = undefined;
    }
    this.objects.set(stored.key, stored);
    this.sorted = undefined;
  }

  delete(key: string): void {
    if (this.objects.delete(key)) {
      this.keys = undefined;
      this.sorted = undefined;
    }
  }

  /** Every object, ordered by key. The array is never changed afterwards: it is a snapshot. */
  all(): readonly StoredObject[] {
    this.sorted ??= this.sortedKeys().flatMap((key) => this.objects.get(key) ?? []);
    return this.sorted;
  }

  /** The objects of one namespace, ordered by key; found by bisection, not by a scan. */
  inNamespace(namespace: string): readonly StoredObject[] {
    const all = this.all();
    // '0' is the character after '/', so this range holds exactly the keys with the prefix.
    return all.slice(firstAtOrAfter(all, `${namespace}/`), firstAtOrAfter(all, `${namespace}0`));
  }

  private sortedKeys(): readonly string[] {
    this.keys ??= [...this.objects.keys()].sort();
    return this.keys;
  }
}

/** Index of the first object whose key is not before `key`; the length when there is none. */
export function firstAtOrAfter(sorted: readonly StoredObject[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const candidate = sorted[middle];
    if (candidate !== undefined && candidate.key < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
