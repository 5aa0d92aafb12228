/** The neighbours of an entity on one side, by kind in the order of the kinds, each one once. */
import { ENTITY_KINDS } from '../../network/model';
import type { Entity, EntityKind } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';

export interface KindGroup {
  readonly kind: EntityKind;
  /** By id, what is broken first. */
  readonly entities: readonly Entity[];
}

/** `in`: nearer the switch; `out`: nearer the VM. */
export type Side = 'in' | 'out';

const RANK = { broken: 0, unknown: 1, ok: 2 } as const;

const compare = (one: Entity, other: Entity): number =>
  RANK[one.state] - RANK[other.state] || (one.id < other.id ? -1 : 1);

const neighbours = (graph: NetworkGraph, id: string, side: Side): readonly string[] =>
  side === 'in'
    ? graph.incoming(id).map(({ source }) => source)
    : graph.outgoing(id).map(({ target }) => target);

/** O(neighbours · log). */
export const relatedEntities = (
  graph: NetworkGraph,
  id: string,
  side: Side,
): readonly KindGroup[] => {
  const byKind = new Map<EntityKind, Entity[]>();
  for (const other of new Set(neighbours(graph, id, side))) {
    const entity = graph.entities.get(other);
    if (entity === undefined) continue;
    const list = byKind.get(entity.kind);
    if (list === undefined) byKind.set(entity.kind, [entity]);
    else list.push(entity);
  }
  return ENTITY_KINDS.flatMap((kind) => {
    const entities = byKind.get(kind);
    return entities === undefined ? [] : [{ kind, entities: entities.sort(compare) }];
  });
};
