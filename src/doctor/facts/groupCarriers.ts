/**
 * The bridges behind one localnet or bridge name, by a property of theirs. Hundreds of networks
 * share a handful of such lists, each as long as the cluster has nodes, so a check groups a list
 * once (`memoBy`) and then looks at the few values that occur.
 */
import type { Carrier } from '../wiredNads';

/** Carriers by `keyOf`, in their order. */
export const groupCarriers = <K>(
  carriers: readonly Carrier[],
  keyOf: (carrier: Carrier) => K,
): ReadonlyMap<K, readonly Carrier[]> => {
  const groups = new Map<K, Carrier[]>();
  for (const carrier of carriers) {
    const key = keyOf(carrier);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [carrier]);
    else group.push(carrier);
  }
  return groups;
};
