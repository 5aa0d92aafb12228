/**
 * Remembers what was worked out from an object that never changes: a record, a view, a graph. The
 * answer goes with the object, so an unchanged node is not looked at twice from graph to graph.
 */
export const memoBy = <K extends object, T>(compute: (key: K) => T): ((key: K) => T) => {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
};
