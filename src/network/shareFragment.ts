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
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => key in b && sameValue(a[key], b[key]));
};

/** Equal words, be they the same object or not. */
export const sameText = (a: Text | undefined, b: Text | undefined): boolean => {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return a.template === b.template && sameValues(a.values, b.values);
};

const sameEntity = (a: Entity, b: Entity): boolean =>
  a.state === b.state &&
  a.origin === b.origin &&
  a.name === b.name &&
  a.node === b.node &&
  a.namespace === b.namespace &&
  sameText(a.reason, b.reason) &&
  sameValues(a.attributes, b.attributes);

const sameEdge = (a: Edge, b: Edge): boolean =>
  a.state === b.state &&
  a.origin === b.origin &&
  sameText(a.reason, b.reason) &&
  sameValues(a.attributes, b.attributes);

const shareList = <T extends { readonly id: string }>(
  before: readonly T[],
  now: readonly T[],
  same: (a: T, b: T) => boolean,
): readonly T[] => {
  const byId = new Map(before.map((item) => [item.id, item]));
  let unchanged = before.length === now.length;
  const shared = now.map((item, index) => {
    const old = byId.get(item.id);
    const kept = old !== undefined && same(old, item) ? old : item;
    if (kept !== before[index]) unchanged = false;
    return kept;
  });
  return unchanged ? before : shared;
};

/** `now`, with everything that equals its counterpart in `before` replaced by it. */
export const shareFragment = (before: Fragment, now: Fragment): Fragment => {
  const entities = shareList(before.entities, now.entities, sameEntity);
  const edges = shareList(before.edges, now.edges, sameEdge);
  return entities === before.entities && edges === before.edges ? before : { entities, edges };
};
