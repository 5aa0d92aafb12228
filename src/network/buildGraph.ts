/**
 * Records in, graph out: the one way into the pure core. Nothing is watched, nothing is thrown;
 * what a cluster holds is data, and what it does not show is `unknown`.
 */
import type { Snapshot } from '../cluster/snapshot';
import { Cell } from './cell';
import type { Parts } from './cell';
import { ChunkedMap } from './chunkedMap';
import { FactGraph } from './graph';
import type { GraphFacts } from './graphFacts';
import type { NetworkGraph } from './networkGraph';
import { buildNetworkFacts } from './networkFacts';
import { buildNodeFacts } from './nodeFacts';
import { PART_KEYS, PART_KINDS } from './parts';
import type { PartKind } from './parts';
import { buildVmFacts } from './vmFacts';

/**
 * Joins the records and indexes them. Views of `before` whose records are the same are kept, with
 * all that was ever worked out of them.
 */
export const buildFacts = (snapshot: Snapshot, before?: GraphFacts): GraphFacts => {
  const vms = buildVmFacts(snapshot, before?.vms);
  return {
    snapshot,
    ...vms,
    ...buildNodeFacts(snapshot, vms.vmsByNode.keys(), before?.nodes),
    ...buildNetworkFacts(snapshot),
  };
};

/** A cell for every part; `outdated` gives the cells whose contents may be shared. */
export const buildParts = (facts: GraphFacts, outdated?: Parts): Parts => {
  const tables = PART_KINDS.map((kind): [PartKind, ReadonlyMap<string, Cell>] => {
    const keys = PART_KEYS[kind](facts);
    const cells = keys.map((key) => new Cell(kind, key, outdated?.[kind].get(key)));
    if (kind === 'vm') return [kind, ChunkedMap.fromSorted(keys, cells)];
    return [kind, new Map(cells.map((cell, at) => [keys[at] ?? '', cell]))];
  });
  return Object.fromEntries(tables) as Parts;
};

/** The graph of a cluster as the snapshot knows it. Independent of the order of the records. */
export const buildGraph = (snapshot: Snapshot): NetworkGraph => {
  const facts = buildFacts(snapshot);
  return new FactGraph(facts, buildParts(facts));
};
