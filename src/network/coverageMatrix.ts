/**
 * Network by node, from actual state: which networks reach which nodes, and why not. One row per
 * OVN network and per NAD of another plugin; rows that stand on the same mapping or bridge share
 * one coverage map. Source: domain reference B.1, B.5, NAD-005, NAD-006, NAD-016.
 */
import { metaKey } from '../cluster/meta';
import type { State } from './model';
import { ovnNetworkNameOf } from './networkView';
import type { NetworkGraph, NodeCoverage } from './networkGraph';

export interface CoverageRow {
  /** `network/…` or `nad/…`. */
  readonly id: string;
  readonly name: string;
  /** Node -> coverage, nodes sorted by name. */
  readonly nodes: ReadonlyMap<string, NodeCoverage>;
  /** Nodes by state. */
  readonly counts: Readonly<Record<State, number>>;
}

const countsOf = (nodes: ReadonlyMap<string, NodeCoverage>): Readonly<Record<State, number>> => {
  const counts: Record<State, number> = { ok: 0, unknown: 0, broken: 0 };
  for (const { state } of nodes.values()) counts[state] += 1;
  return counts;
};

/** All rows, networks first, each part sorted by id. */
export const coverageMatrix = (graph: NetworkGraph): readonly CoverageRow[] => {
  const counted = new Map<ReadonlyMap<string, NodeCoverage>, CoverageRow['counts']>();
  const row = (id: string, name: string, nodes: CoverageRow['nodes']): CoverageRow => {
    const counts = counted.get(nodes) ?? countsOf(nodes);
    counted.set(nodes, counts);
    return { id, name, nodes, counts };
  };
  const rows: CoverageRow[] = [];
  for (const network of graph.networks.values()) {
    rows.push(row(network.id, network.name, graph.coverageOfNetwork(network.name)));
  }
  const others: CoverageRow[] = [];
  for (const nad of graph.snapshot.nads.items.values()) {
    if (ovnNetworkNameOf(nad) !== undefined) continue;
    const key = metaKey(nad.meta);
    others.push(row(`nad/${key}`, nad.meta.name, graph.coverageOfNad(key)));
  }
  return [...rows, ...others.sort((a, b) => (a.id < b.id ? -1 : 1))];
};
