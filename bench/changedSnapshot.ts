/** Snapshots that differ from another one in a single object, as a watch would hand them out. */
import type { KubeObject } from '../src/cluster/kubeObject';
import { metaKey } from '../src/cluster/meta';
import { readObject } from '../src/cluster/readObject';
import type { Snapshot } from '../src/cluster/snapshot';

/** The snapshot with one object added or replaced; everything else keeps its identity. */
export const withObject = (snapshot: Snapshot, object: KubeObject): Snapshot => {
  const read = readObject(object);
  if (read === undefined) return snapshot;
  const listing = snapshot[read.key];
  const items = new Map<string, unknown>(listing.items);
  items.set(metaKey(read.record.meta), read.record);
  return { ...snapshot, [read.key]: { ...listing, items } };
};
