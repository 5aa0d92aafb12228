/**
 * The keys of two maps, each once, sorted. The API serves lists in order, so mostly both are
 * sorted already and a merge is enough.
 */
const sorted = (map: ReadonlyMap<string, unknown>): readonly string[] => {
  const keys = [...map.keys()];
  for (let at = 1; at < keys.length; at += 1) {
    if ((keys[at - 1] ?? '') > (keys[at] ?? '')) return keys.sort();
  }
  return keys;
};

/** Sorted keys of either map. */
export const sortedKeys = (
  a: ReadonlyMap<string, unknown>,
  b: ReadonlyMap<string, unknown>,
): readonly string[] => {
  const left = sorted(a);
  const right = sorted(b);
  const merged: string[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const x = left[i];
    const y = right[j];
    if (y === undefined || (x !== undefined && x < y)) {
      if (x !== undefined) merged.push(x);
      i += 1;
    } else {
      merged.push(y);
      if (x === y) i += 1;
      j += 1;
    }
  }
  return merged;
};
