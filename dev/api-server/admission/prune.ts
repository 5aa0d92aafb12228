/**
 * Drops fields that a kind's schema does not declare, as the API server prunes custom resources, and
 * names what it dropped so that strict field validation can refuse the request instead.
 */
import { isRecord } from '../json';

/**
 * The declared fields of a kind: 'any' keeps a value as it is (unmodelled data), `fields` an object
 * with exactly these fields, `items` a list.
 */
export type Shape =
  'any' | { readonly fields: Readonly<Record<string, Shape>> } | { readonly items: Shape };

/**
 * Removes undeclared fields from `value` in place and returns their paths (`spec.foo`). Values of
 * another type than declared are left alone: validation speaks about those.
 */
export function prune(value: unknown, shape: Shape, path = ''): string[] {
  if (shape === 'any') {
    return [];
  }
  if ('items' in shape) {
    return Array.isArray(value)
      ? value.flatMap((item, index) => prune(item, shape.items, `${path}[${index}]`))
      : [];
  }
  if (!isRecord(value)) {
    return [];
  }
  const dropped: string[] = [];
  for (const key of Object.keys(value)) {
    const inner = path === '' ? key : `${path}.${key}`;
    const declared = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
    if (declared === undefined) {
      delete value[key];
      dropped.push(inner);
    } else {
      dropped.push(...prune(value[key], declared, inner));
    }
  }
  return dropped;
}
