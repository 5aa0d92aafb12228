/**
 * Which keys of a listing differ from an earlier state of it: records are compared by identity.
 * Both maps are walked side by side, which costs a few nanoseconds per record as long as they
 * are in the same order; only what is out of step is looked up.
 */

/** Keys that were added, removed or hold another record; empty when the maps are the same. */
export const changedKeys = <T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): ReadonlySet<string> => {
  const changed = new Set<string>();
  if (before === after) return changed;
  const olds = before.entries();
  const news = after.entries();
  let old = olds.next();
  let now = news.next();
  while (old.done !== true && now.done !== true) {
    const [oldKey, oldValue] = old.value;
    const [newKey, newValue] = now.value;
    if (oldKey === newKey) {
      if (oldValue !== newValue) changed.add(oldKey);
      old = olds.next();
      now = news.next();
    } else if (!after.has(oldKey)) {
      changed.add(oldKey);
      old = olds.next();
    } else {
      // Added, or in another place: either way only its record counts.
      if (before.get(newKey) !== newValue) changed.add(newKey);
      now = news.next();
    }
  }
  for (; old.done !== true; old = olds.next()) {
    const [key, value] = old.value;
    if (after.get(key) !== value) changed.add(key);
  }
  for (; now.done !== true; now = news.next()) {
    const [key, value] = now.value;
    if (before.get(key) !== value) changed.add(key);
  }
  return changed;
};
