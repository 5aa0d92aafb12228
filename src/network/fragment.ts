/**
 * A fragment is the part of the graph that one subject (a node, a VM, a network ...) owns: its
 * entities and the edges that its records give rise to. Every entity and every edge belongs to
 * exactly one fragment, so the graph is the sum of its fragments and one changed object
 * replaces few of them.
 */
import type { AttributeValue, Edge, EdgeKind, Entity, EntityKind, Origin } from './model';
import { OK } from './judgement';
import type { Judgement } from './judgement';

export interface Fragment {
  readonly entities: readonly Entity[];
  readonly edges: readonly Edge[];
}

export type Attributes = Readonly<Record<string, AttributeValue>>;

/** Attributes where a value may be missing; what is missing or empty is left out. */
export type LooseAttributes = Readonly<Record<string, AttributeValue | undefined>>;

const NONE: Attributes = {};

/** Drops attributes without a value. */
export const attributesOf = (loose: LooseAttributes): Attributes => {
  const kept: Record<string, AttributeValue> = {};
  for (const key in loose) {
    const value = loose[key];
    if (value === undefined || value === '') continue;
    if (Array.isArray(value) && value.length === 0) continue;
    kept[key] = value;
  }
  return kept;
};

interface EntityFields {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly judgement?: Judgement;
  readonly origin?: Origin;
  readonly node?: string;
  readonly namespace?: string;
  readonly attributes?: Attributes;
}

/** An entity; state `ok` and origin `actual` unless said otherwise. */
export const entityOf = (fields: EntityFields): Entity => {
  const { state, reason } = fields.judgement ?? OK;
  return {
    id: fields.id,
    kind: fields.kind,
    name: fields.name,
    state,
    reason,
    origin: fields.origin ?? 'actual',
    node: fields.node,
    namespace: fields.namespace,
    attributes: fields.attributes ?? NONE,
  };
};

/** An edge from the wire towards the VM. */
export const edgeOf = (
  source: string,
  target: string,
  kind: EdgeKind,
  judgement: Judgement = OK,
  origin: Origin = 'actual',
  attributes: Attributes = NONE,
): Edge => ({
  id: `${source}|${target}|${kind}`,
  source,
  target,
  kind,
  state: judgement.state,
  reason: judgement.reason,
  origin,
  attributes,
});

/** Collects a fragment; of two entities or edges with one id the first one stays. */
export class FragmentBuilder {
  private readonly entities = new Map<string, Entity>();
  private readonly edges = new Map<string, Edge>();

  has(id: string): boolean {
    return this.entities.has(id);
  }

  /** Whether the thing is there, not just wanted. */
  exists(id: string): boolean {
    const entity = this.entities.get(id);
    return entity !== undefined && entity.origin !== 'intended';
  }

  add(entity: Entity): void {
    if (!this.entities.has(entity.id)) this.entities.set(entity.id, entity);
  }

  connect(edge: Edge): void {
    if (!this.edges.has(edge.id)) this.edges.set(edge.id, edge);
  }

  finish(): Fragment {
    return { entities: [...this.entities.values()], edges: [...this.edges.values()] };
  }
}
