/** A map from a key to a list, filled one item at a time. */
export const pushTo = <K, T>(map: Map<K, T[]>, key: K, item: T): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
};
