/**
 * Keys under which two indexes differ. Values are compared by identity, lists and maps whose
 * items are the same objects count as the same: indexes that were made anew hold new lists of
 * old records.
 */

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && sameList(a, b));

/** Keys that were added, removed, or hold something else. */
export const changedEntries = (
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): ReadonlySet<string> => {
  const changed = new Set<string>();
  if (before === after) return changed;
  for (const [key, value] of before) {
    if (!after.has(key) || !sameValue(value, after.get(key))) changed.add(key);
  }
  for (const key of after.keys()) if (!before.has(key)) changed.add(key);
  return changed;
};

/** Keys that one of the two has and the other has not. */
export const changedKeySet = (
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): ReadonlySet<string> => {
  const changed = new Set<string>();
  if (before === after) return changed;
  for (const key of before.keys()) if (!after.has(key)) changed.add(key);
  for (const key of after.keys()) if (!before.has(key)) changed.add(key);
  return changed;
};
