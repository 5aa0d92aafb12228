/**
 * Structural sharing: when a part of the graph has been worked out again, every entity and edge
 * that came out equal is the very object it was before. Readers then see by `===` what changed.
 */
import type { Text } from '../cluster/text';
import type { Fragment } from './fragment';
import type { AttributeValue, Edge, Entity } from './model';

type Values = Readonly<Record<string, AttributeValue | string | number>>;

const sameValue = (a: AttributeValue | undefined, b: AttributeValue | undefined): boolean => {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  return a.length === b.length && a.every((item, index) => item === b[index]);
};

const sameValues = (a: Values, b: Values): boolean => {
  if (a === b) return true;
  let surplus = 0;
  for (const key in a) {
    if (!(key in b) || !sameValue(a[key], b[key])) return false;
    surplus += 1;
  }
  for (const _key in b) surplus -= 1;
  return surplus === 0;
};

/** Equal words, be they the same object or not. */
export const sameText = (a: Text | undefined, b: Text | undefined): boolean => {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return a.template === b.template && sameValues(a.values, b.values);
};

const isCounterpart = (a: Entity, b: Entity): boolean => a.id === b.id;

const sameEntity = (a: Entity, b: Entity): boolean =>
  a.state === b.state &&
  a.origin === b.origin &&
  a.name === b.name &&
  a.node === b.node &&
  a.namespace === b.namespace &&
  sameText(a.reason, b.reason) &&
  sameValues(a.attributes, b.attributes);

/** The same as equal ids, without putting these together. */
const joinsTheSame = (a: Edge, b: Edge): boolean =>
  a.kind === b.kind && a.source === b.source && a.target === b.target;

const sameEdge = (a: Edge, b: Edge): boolean =>
  a.state === b.state &&
  a.origin === b.origin &&
  sameText(a.reason, b.reason) &&
  sameValues(a.attributes, b.attributes);

interface Comparison<T> {
  /** One of the two takes the place of the other. */
  readonly replaces: (a: T, b: T) => boolean;
  readonly same: (a: T, b: T) => boolean;
}

const ENTITIES: Comparison<Entity> = { replaces: isCounterpart, same: sameEntity };
const EDGES: Comparison<Edge> = { replaces: joinsTheSame, same: sameEdge };

/** Mostly the lists hold the same things in the same order: only else they are looked up by id. */
const shareList = <T extends { readonly id: string }>(
  before: readonly T[],
  now: readonly T[],
  { replaces, same }: Comparison<T>,
): readonly T[] => {
  let byId: ReadonlyMap<string, T> | undefined;
  let unchanged = before.length === now.length;
  const shared: T[] = [];
  for (const [at, item] of now.entries()) {
    let old = before[at];
    if (old === undefined || !replaces(old, item)) {
      byId ??= new Map(before.map((one) => [one.id, one]));
      old = byId.get(item.id);
    }
    const kept = old !== undefined && same(old, item) ? old : item;
    if (kept !== before[at]) unchanged = false;
    shared.push(kept);
  }
  return unchanged ? before : shared;
};

/** `now`, with everything that equals its counterpart in `before` replaced by it. */
export const shareFragment = (before: Fragment, now: Fragment): Fragment => {
  const entities = shareList(before.entities, now.entities, ENTITIES);
  const edges = shareList(before.edges, now.edges, EDGES);
  return entities === before.entities && edges === before.edges ? before : { entities, edges };
};
