/**
 * A fragment is the part of the graph that one subject (a node, a VM, a network ...) owns: its
 * entities and the edges that its records give rise to. Every entity and every edge belongs to
 * exactly one fragment, so the graph is the sum of its fragments and one changed object
 * replaces few of them.
 */
import type { Text } from '../cluster/text';
import { OK } from './judgement';
import type { Judgement } from './judgement';
import type { AttributeValue, Edge, EdgeKind, Entity, EntityKind, Origin, State } from './model';

export interface Fragment {
  readonly entities: readonly Entity[];
  readonly edges: readonly Edge[];
}

export const EMPTY_FRAGMENT: Fragment = { entities: [], edges: [] };

export type Attributes = Readonly<Record<string, AttributeValue>>;

/** Attributes where a value may be missing; what is missing or empty is left out. */
export type LooseAttributes = Readonly<Record<string, AttributeValue | undefined>>;

export const NO_ATTRIBUTES: Attributes = {};

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
}

/**
 * An entity whose attributes are worked out when first asked for: a picture asks a few hundred
 * of a hundred thousand entities for theirs.
 */
class LazyEntity<A, B> implements Entity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly state: State;
  readonly reason?: Text;
  readonly origin: Origin;
  readonly node?: string;
  readonly namespace?: string;
  private known?: Attributes;

  constructor(
    fields: EntityFields,
    private describe: ((a: A, b: B) => LooseAttributes) | undefined,
    private a: A | undefined,
    private b: B | undefined,
  ) {
    const { state, reason } = fields.judgement ?? OK;
    this.id = fields.id;
    this.kind = fields.kind;
    this.name = fields.name;
    this.state = state;
    this.reason = reason;
    this.origin = fields.origin ?? 'actual';
    this.node = fields.node;
    this.namespace = fields.namespace;
  }

  get attributes(): Attributes {
    if (this.known !== undefined) return this.known;
    // `a` and `b` are of their types until the attributes exist: only this method clears them.
    const loose = this.describe?.(this.a as A, this.b as B);
    this.known = loose === undefined ? NO_ATTRIBUTES : attributesOf(loose);
    // An entity may outlive its records by many updates and must not keep them alive.
    this.describe = undefined;
    this.a = undefined;
    this.b = undefined;
    return this.known;
  }
}

/**
 * An entity; state `ok` and origin `actual` unless said otherwise. `describe` gives its
 * attributes from `a` and `b`, which have to be immutable.
 */
export const entityOf = <A, B>(
  fields: EntityFields,
  describe: (a: A, b: B) => LooseAttributes,
  a: A,
  b: B,
): Entity => new LazyEntity(fields, describe, a, b);

/** An entity without attributes of its own. */
export const bareEntity = (fields: EntityFields): Entity =>
  new LazyEntity(fields, undefined, undefined, undefined);

/** An edge whose id is put together when first asked for: most edges are never looked up. */
class LazyEdge implements Edge {
  private key?: string;

  constructor(
    readonly source: string,
    readonly target: string,
    readonly kind: EdgeKind,
    readonly state: State,
    readonly reason: Text | undefined,
    readonly origin: Origin,
    readonly attributes: Attributes,
  ) {}

  get id(): string {
    this.key ??= `${this.source}|${this.target}|${this.kind}`;
    return this.key;
  }
}

/** An edge from the wire towards the VM. */
export const edgeOf = (
  source: string,
  target: string,
  kind: EdgeKind,
  judgement: Judgement = OK,
  origin: Origin = 'actual',
  attributes: Attributes = NO_ATTRIBUTES,
): Edge =>
  new LazyEdge(source, target, kind, judgement.state, judgement.reason, origin, attributes);
