/**
 * Finds entities across all layers by what a person has at hand: name, id, IP, MAC, VLAN, switch.
 * Names that begin with the words come first, then the order of the layers; at most `limit`.
 */
import type { Entity, EntityKind } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';

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
];

const RANK = new Map(FINDABLE.map((kind, index) => [kind, index]));

const valuesOf = (entity: Entity): string =>
  Object.values(entity.attributes).flat().map(String).join(' ');

const haystacks = new WeakMap<Entity, string>();

/** Everything an entity can be found by, made once per entity. */
const haystackOf = (entity: Entity): string => {
  const known = haystacks.get(entity);
  if (known !== undefined) return known;
  const made = `${entity.id} ${valuesOf(entity)}`.toLowerCase();
  haystacks.set(entity, made);
  return made;
};

/** One pass over the entities; the words are and-ed. */
export const findEntities = (
  graph: NetworkGraph,
  query: string,
  limit: number,
): { readonly hits: readonly Hit[]; readonly total: number } => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return { hits: [], total: 0 };
  const [first = ''] = words;
  const found: { readonly entity: Entity; readonly rank: number }[] = [];
  for (const entity of graph.entities.values()) {
    const kindRank = RANK.get(entity.kind);
    if (kindRank === undefined) continue;
    const haystack = haystackOf(entity);
    if (!words.every((word) => haystack.includes(word))) continue;
    const name = entity.name.toLowerCase();
    const nameRank = name === first ? 0 : name.startsWith(first) ? 1 : name.includes(first) ? 2 : 3;
    found.push({ entity, rank: nameRank * FINDABLE.length + kindRank });
  }
  found.sort((a, b) => a.rank - b.rank || (a.entity.id < b.entity.id ? -1 : 1));
  const hits = found.slice(0, limit).map(({ entity }) => ({
    id: entity.id,
    kind: entity.kind,
    name: entity.name,
    where: whereOf(entity),
  }));
  return { hits, total: found.length };
};

const whereOf = (entity: Entity): string => {
  if (entity.kind === 'vnic' || entity.kind === 'switchPort') {
    return entity.id.slice(entity.kind.length + 1, -entity.name.length - 1);
  }
  return entity.namespace ?? entity.node ?? '';
};
