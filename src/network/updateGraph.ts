/**
 * Brings a graph forward to a newer snapshot. Records are compared by identity, so callers hand
 * in the same record objects for what did not change. One changed object costs work in
 * proportion to what hangs on it, apart from walking over the listing it is in; everything else
 * keeps its identity, also entities and edges that were worked out again and came out equal. When
 * the last listing to end is not one of VMs or instances, the first whole cluster starts afresh: what
 * is missing means something else in it, so hardly anything comes out equal, and to find that out
 * would only keep the picture back.
 */
import { isSnapshotComplete } from '../cluster/isSnapshotComplete';
import type { Snapshot } from '../cluster/snapshot';
import { buildFacts, buildParts } from './buildGraph';
import { FactGraph } from './graph';
import type { GraphFacts, NetworkFacts } from './graphFacts';
import type { NetworkGraph } from './networkGraph';
import { buildNetworkFacts } from './networkFacts';
import { changesBetween } from './update/changes';
import type { Changes } from './update/changes';
import { outdatedParts } from './update/outdatedParts';
import { updateNodeFacts } from './update/updateNodeFacts';
import { updateParts } from './update/updateParts';
import { updateVmFacts } from './update/updateVmFacts';
import type { VmUpdate } from './update/updateVmFacts';

/** Undefined when nothing that makes networks has changed. */
const updateNetworkFacts = (
  before: GraphFacts,
  snapshot: Snapshot,
  changes: Changes,
): NetworkFacts | undefined => {
  const { nads, cudns, udns, namespaces, multiNetworkPolicies } = changes;
  const n = nads.size + cudns.size + udns.size + namespaces.size + multiNetworkPolicies.size;
  return n === 0 ? undefined : buildNetworkFacts(snapshot, before.networks);
};

const updateFacts = (
  before: GraphFacts,
  snapshot: Snapshot,
  changes: Changes,
  vms: VmUpdate,
): GraphFacts => ({
  ...before,
  ...updateNetworkFacts(before, snapshot, changes),
  ...updateNodeFacts(before, snapshot, changes, vms),
  vms: vms.facts.vms,
  vnics: vms.facts.vnics,
  vmsByNad: vms.facts.vmsByNad,
  vmsByNode: vms.facts.vmsByNode,
  vmsByNamespace: vms.facts.vmsByNamespace,
  snapshot,
});

/** The graph of `snapshot`, made from `previous`; equal to `buildGraph(snapshot)`. */
export const updateGraph = (previous: NetworkGraph, snapshot: Snapshot): NetworkGraph => {
  if (previous.snapshot === snapshot) return previous;
  if (!(previous instanceof FactGraph)) {
    const facts = buildFacts(snapshot);
    return new FactGraph(facts, buildParts(facts));
  }
  const changes = changesBetween(previous.snapshot, snapshot);
  if (changes === undefined) {
    const facts = buildFacts(snapshot, previous.facts);
    const isFirstWhole = !isSnapshotComplete(previous.snapshot) && isSnapshotComplete(snapshot);
    return new FactGraph(facts, buildParts(facts, isFirstWhole ? undefined : previous.parts));
  }
  const vms = updateVmFacts(previous.facts, snapshot, changes);
  const facts = updateFacts(previous.facts, snapshot, changes, vms);
  const outdated = outdatedParts(previous.facts, facts, changes, vms);
  return new FactGraph(facts, updateParts(previous.parts, facts, outdated));
};
