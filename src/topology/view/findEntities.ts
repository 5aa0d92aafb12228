/**
 * Finds entities across all layers by what a person has at hand: name, id, IP, CIDR, MAC, VLAN, LLDP
 * system name. Names that begin with the words come first, then the order of the layers.
 */
import type { Entity, EntityKind } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Steps } from '../../network/steps';
import { walkInSteps } from '../../network/steps';
import { readWord, wordsOf } from './findQuery';

export interface Hit {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** Namespace, node or switch it belongs to; '' for none. */
  readonly where: string;
}

const FINDABLE: readonly EntityKind[] = [
  'vm',
  'vnic',
  'network',
  'cudn',
  'udn',
  'nad',
  'mapping',
  'localnet',
  'bridge',
  'bond',
  'vlanIf',
  'nic',
  'node',
  'switch',
  'switchPort',
  'policy',
  'namespace',
];

const RANK = new Map(FINDABLE.map((kind, index) => [kind, index]));

const haystacks = new WeakMap<Entity, string>();

/** Everything an entity can be found by, made once per entity. */
const haystackOf = (entity: Entity): string => {
  const known = haystacks.get(entity);
  if (known !== undefined) return known;
  let made = entity.id.endsWith(entity.name) ? entity.id : `${entity.id} ${entity.name}`;
  for (const key in entity.attributes) made += ` ${String(entity.attributes[key])}`;
  made = made.toLowerCase();
  haystacks.set(entity, made);
  return made;
};

/** Puts together what can be found; what was prepared before costs next to nothing. */
export const prepareFind = (graph: NetworkGraph): Steps<void> =>
  walkInSteps(graph.eachEntity(), (entity) => {
    if (RANK.has(entity.kind)) haystackOf(entity);
  });

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
  for (const entity of graph.entities.values()) {
    const kindRank = RANK.get(entity.kind);
    if (kindRank === undefined) continue;
    const haystack = haystackOf(entity);
    if (!tests.every(({ test }) => test(entity, haystack))) continue;
    const rank = nameRank(entity.name, first) * FINDABLE.length + kindRank;
    (ranked[rank] ??= []).push(entity);
  }
  return ranked.flat();
};

/** An entity as a line of a list of hits. */
export const hitOf = ({ id, kind, name, namespace, node }: Entity): Hit => ({
  id,
  kind,
  name,
  where:
    kind === 'vnic' || kind === 'switchPort'
      ? id.slice(kind.length + 1, -name.length - 1)
      : (namespace ?? node ?? ''),
});
