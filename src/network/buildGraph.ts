/**
 * Records in, graph out: the one way into the pure core. Nothing is watched, nothing is thrown;
 * what a cluster holds is data, and what it does not show is `unknown`.
 */
import type { Snapshot } from '../cluster/snapshot';
import { fragmentsOf } from './fragments';
import { FactGraph } from './graph';
import type { GraphFacts } from './graphFacts';
import type { NetworkGraph } from './networkGraph';
import { buildNetworkFacts } from './networkFacts';
import { buildNodeFacts } from './nodeFacts';
import { buildVmFacts } from './vmFacts';

/** Joins the records and indexes them. */
export const buildFacts = (snapshot: Snapshot): GraphFacts => {
  const vms = buildVmFacts(snapshot);
  return {
    snapshot,
    ...vms,
    ...buildNodeFacts(snapshot, vms.vmsByNode.keys()),
    ...buildNetworkFacts(snapshot),
  };
};

/** The graph of a cluster as the snapshot knows it. Independent of the order of the records. */
export const buildGraph = (snapshot: Snapshot): NetworkGraph =>
  new FactGraph(buildFacts(snapshot), fragmentsOf);
