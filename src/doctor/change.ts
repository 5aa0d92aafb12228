/**
 * What differs between two graphs of one cluster: which records and which views are others. The
 * doctor asks again only about what hangs on these; a change that alters what absences mean (a
 * listing that finished loading, other cluster networks) concerns everything.
 */
import { KIND_KEYS } from '../cluster/models';
import type { KindKey } from '../cluster/snapshot';
import type { NetworkGraph } from '../network/networkGraph';
import { changesBetween } from '../network/update/changes';
import type { Changes } from '../network/update/changes';
import { changedKeys } from '../network/update/diffListing';

export interface GraphChange {
  readonly before: NetworkGraph;
  readonly after: NetworkGraph;
  /** Kinds of which a record was added, removed or replaced. */
  readonly kinds: ReadonlySet<KindKey>;
  /** Kind -> keys of those records. */
  readonly records: Changes;
  /** Names of nodes whose view is another: state, enactments, policies or the Node itself. */
  readonly nodes: ReadonlySet<string>;
  /** `ns/name` of VMs whose template or instance is another. */
  readonly vms: ReadonlySet<string>;
}

/** Undefined when the change may concern everything. */
export const changeBetween = (
  before: NetworkGraph,
  after: NetworkGraph,
): GraphChange | undefined => {
  const records = changesBetween(before.snapshot, after.snapshot);
  if (records === undefined) return undefined;
  return {
    before,
    after,
    kinds: new Set(KIND_KEYS.filter((kind) => records[kind].size > 0)),
    records,
    nodes: changedKeys(before.nodes, after.nodes),
    vms: new Set([...records.vms, ...records.vmis]),
  };
};
