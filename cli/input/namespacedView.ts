/**
 * A dump made by a user of some projects (`oc get net-attach-def,vm,vmi -n red`) holds nothing
 * cluster-scoped. What is not in it of another namespace may well exist: a NAD of `default` that
 * a VM names is then unknown, not missing (domain reference A.10, C.0).
 */
import { KIND_KEYS, MODELS } from '../../src/cluster/models';
import type { Snapshot } from '../../src/cluster/snapshot';

const isOfProjectsOnly = (snapshot: Snapshot): boolean =>
  KIND_KEYS.every((kind) => MODELS[kind].namespaced || snapshot[kind].state === 'absent');

const namespacesOf = (snapshot: Snapshot): readonly string[] => {
  const names = new Set<string>();
  for (const kind of KIND_KEYS) {
    for (const { meta } of snapshot[kind].items.values()) {
      if (meta.namespace !== '') names.add(meta.namespace);
    }
  }
  return [...names].sort();
};

/** The snapshot itself where it holds any cluster-scoped kind, else one that says what it covers. */
export const namespacedView = (snapshot: Snapshot): Snapshot => {
  if (!isOfProjectsOnly(snapshot)) return snapshot;
  const namespaces = namespacesOf(snapshot);
  const listings = KIND_KEYS.map((kind) => {
    const listing = snapshot[kind];
    return [kind, listing.state === 'absent' ? listing : { ...listing, namespaces }] as const;
  });
  // Every listing keeps its own items, which the compiler cannot see here.
  return Object.fromEntries(listings) as unknown as Snapshot;
};
