/** Snapshots that differ from another one in a single object, as a watch would hand them out. */
import { editListing } from '../src/cluster/editListing';
import type { KubeObject } from '../src/cluster/kubeObject';
import { metaKey } from '../src/cluster/meta';
import { readObject } from '../src/cluster/readObject';
import type { Listing, Snapshot } from '../src/cluster/snapshot';

/** The snapshot with one object added or replaced; everything else keeps its identity. */
export const withObject = (snapshot: Snapshot, object: KubeObject): Snapshot => {
  const read = readObject(object);
  if (read === undefined) return snapshot;
  const listing: Listing<unknown> = snapshot[read.key];
  return { ...snapshot, [read.key]: editListing(listing, metaKey(read.record.meta), read.record) };
};
