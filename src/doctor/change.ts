/**
 * What differs between two graphs of one cluster: which records and which views are others. The
 * doctor asks again only about what hangs on these; a change that alters what absences mean (a
 * listing that finished loading, other cluster networks) concerns everything, or, where it is a
 * listing of VMs or instances, every check that reads it.
 */
import { KIND_KEYS } from '../cluster/models';
import type { KindKey } from '../cluster/snapshot';
import type { NetworkGraph } from '../network/networkGraph';
import { changesBetween, evidenceChanges } from '../network/update/changes';
import type { Changes } from '../network/update/changes';
import { changedKeys } from '../network/update/diffListing';

export interface GraphChange {
  readonly before: NetworkGraph;
  readonly after: NetworkGraph;
  /** Kinds of which a record was added, removed or replaced, or whose listing proves something else. */
  readonly kinds: ReadonlySet<KindKey>;
  /** Kinds whose listing proves something else: what was answered item by item holds for no item. */
  readonly evidence: readonly KindKey[];
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
  const evidence = evidenceChanges(before.snapshot, after.snapshot);
  return {
    before,
    after,
    kinds: new Set([...KIND_KEYS.filter((kind) => records[kind].size > 0), ...evidence]),
    evidence,
    records,
    nodes: changedKeys(before.nodes, after.nodes),
    vms: new Set([...records.vms, ...records.vmis]),
  };
};
