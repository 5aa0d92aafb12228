/**
 * What sets nodes apart from the ones they are most like, for the title of their frame. Worked out once
 * per graph.
 */
import type { Text } from '../../cluster/text';
import type { NetworkGraph } from '../../network/networkGraph';
import { profilesOf } from '../../network/profiles';

const NONE: readonly Text[] = [];

const byGraph = new WeakMap<NetworkGraph, ReadonlyMap<string, readonly Text[]>>();

const differencesOf = (graph: NetworkGraph): ReadonlyMap<string, readonly Text[]> => {
  const known = byGraph.get(graph);
  if (known !== undefined) return known;
  const made = new Map<string, readonly Text[]>();
  for (const { nodes, differences } of profilesOf(graph)) {
    const sentences = [
      ...differences.filter(({ change }) => change !== 'setting'),
      ...differences.filter(({ change }) => change === 'setting'),
    ].map(({ sentence }) => sentence);
    for (const node of nodes) made.set(node, sentences);
  }
  byGraph.set(graph, made);
  return made;
};

/**
 * A sentence per difference, each beginning with the node, or with the few that are alike; what is
 * missing or extra before what is set otherwise. Empty for a node like others.
 */
export const outlierDifferences = (graph: NetworkGraph, node: string): readonly Text[] =>
  differencesOf(graph).get(node) ?? NONE;
