/**
 * Finds entities across all layers by what a person has at hand: name, id, IP, CIDR, MAC, VLAN, LLDP
 * system name. Names that begin with the words come first, then the order of the layers.
 */
import type { Entity } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Steps } from '../../network/steps';
import { FINDABLE, findablesOf, prepareFindables } from './findables';
import { readWord, wordsOf } from './findQuery';

/** Puts together what can be found; what was prepared before costs next to nothing. */
export const prepareFind = (graph: NetworkGraph): Steps<unknown> => prepareFindables(graph);

const RANK = new Map(FINDABLE.map((kind, index) => [kind, index]));

/** Exact name, beginning of a name, part of a name, something else. */
const nameRank = (name: string, word: string): number => {
  const at = name.toLowerCase().indexOf(word);
  if (at !== 0) return at === -1 ? 3 : 2;
  return name.length === word.length ? 0 : 1;
};

/**
 * All hits, best first. One pass over the entities and no sorting: within a rank the order is that of
 * the graph, which is the same for the same cluster.
 */
export const findEntities = (graph: NetworkGraph, query: string): readonly Entity[] => {
  const words = wordsOf(query);
  const [first = ''] = words;
  if (first === '') return [];
  const tests = words.map(readWord);
  const ranked: Entity[][] = [];
  for (const findable of findablesOf(graph)) {
    if (!tests.every((test) => test(findable))) continue;
    const { entity } = findable;
    const rank = nameRank(entity.name, first) * FINDABLE.length + (RANK.get(entity.kind) ?? 0);
    (ranked[rank] ??= []).push(entity);
  }
  return ranked.flat();
};
