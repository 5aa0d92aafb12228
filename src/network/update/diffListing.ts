/**
 * Which keys of a listing differ from an earlier state of it; records are compared by identity.
 * Mostly a few records of a large listing were replaced in place, and then walking both lists
 * of records side by side finds them without a single lookup.
 */

/** More replaced records than this are looked up one by one. */
const FEW = 64;

/**
 * Keys of replaced records when both maps hold the same keys in the same order; undefined when
 * they do not, or too many differ.
 */
const replacedKeys = <T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): ReadonlySet<string> | undefined => {
  const oldKeys = [...before.keys()];
  const newKeys = [...after.keys()];
  const olds = [...before.values()];
  const news = [...after.values()];
  const changed = new Set<string>();
  for (let at = 0; at < news.length; at += 1) {
    const key = newKeys[at];
    if (key === undefined || key !== oldKeys[at]) return undefined;
    if (olds[at] === news[at]) continue;
    if (changed.size === FEW) return undefined;
    changed.add(key);
  }
  return changed;
};

/** Keys that were added, removed or hold another record; empty when the maps are the same. */
export const changedKeys = <T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): ReadonlySet<string> => {
  if (before === after) return new Set();
  const replaced = before.size === after.size ? replacedKeys(before, after) : undefined;
  if (replaced !== undefined) return replaced;
  const changed = new Set<string>();
  let kept = 0;
  for (const [key, value] of after) {
    const old = before.get(key);
    if (old !== value) changed.add(key);
    if (old !== undefined) kept += 1;
  }
  if (kept === before.size) return changed;
  for (const key of before.keys()) if (!after.has(key)) changed.add(key);
  return changed;
};
