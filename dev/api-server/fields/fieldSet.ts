/**
 * Sets of field paths: which fields an object has, and their written form in
 * `metadata.managedFields[].fieldsV1` (structured-merge-diff v4, fieldpath). A path is a list of
 * elements: `f:name` for a field, `k:{"name":"x"}` for an item of a keyed list, `v:"x"` for an item
 * of a set. In a FieldSet a path is one string, its elements joined by a character that JSON never
 * holds unescaped.
 */
import { isRecord } from '../json';
import type { ResourceKind } from '../kinds/resourceKind';
import { listType } from './listTypes';

export type FieldSet = Set<string>;
type Leaves = Map<string, unknown>;

const SEPARATOR = '\u0001';
const SELF = '.';

/** Metadata that the server writes by itself and that nobody owns. */
const UNOWNED_METADATA = new Set([
  'name',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'managedFields',
  'selfLink',
]);

/** Elements of a path of a FieldSet. */
export function pathElements(path: string): readonly string[] {
  return path.split(SEPARATOR);
}

/** The path of a FieldSet made of these elements. */
export function joinPath(elements: readonly string[]): string {
  return elements.join(SEPARATOR);
}

/** The element that stands for one item of a keyed list. */
export function itemElement(item: unknown, keys: readonly string[]): string {
  const record = isRecord(item) ? item : {};
  const picked: Record<string, unknown> = {};
  for (const key of [...keys].sort()) {
    const value = record[key] ?? (key === 'protocol' ? 'TCP' : undefined);
    if (value !== undefined) {
      picked[key] = value;
    }
  }
  return `k:${JSON.stringify(picked)}`;
}

/**
 * The leaves of an object, path to value: scalars, atomic lists, empty objects, and one entry for
 * every keyed item itself. Cost is linear in the size of the object outside atomic lists.
 */
export function leavesOf(kind: ResourceKind, object: Record<string, unknown>): Leaves {
  const leaves: Leaves = new Map();
  for (const [key, value] of Object.entries(object)) {
    if (key === 'apiVersion' || key === 'kind' || value === undefined) {
      continue;
    }
    if (key === 'metadata' && isRecord(value)) {
      for (const [field, inner] of Object.entries(value)) {
        if (!UNOWNED_METADATA.has(field) && inner !== undefined) {
          collect(kind, inner, ['f:metadata', `f:${field}`], ['metadata', field], leaves);
        }
      }
      continue;
    }
    collect(kind, value, [`f:${key}`], [key], leaves);
  }
  return leaves;
}

function collect(
  kind: ResourceKind,
  value: unknown,
  elements: readonly string[],
  fields: readonly string[],
  leaves: Leaves,
): void {
  if (isRecord(value) && Object.keys(value).length > 0) {
    for (const [key, inner] of Object.entries(value)) {
      if (inner !== undefined) {
        collect(kind, inner, [...elements, `f:${key}`], [...fields, key], leaves);
      }
    }
    return;
  }
  if (Array.isArray(value) && value.length > 0) {
    const type = listType(kind, fields);
    if (type.type === 'set') {
      for (const item of value) {
        leaves.set(joinPath([...elements, `v:${JSON.stringify(item)}`]), item);
      }
      return;
    }
    if (type.type === 'map') {
      for (const item of value) {
        const element = itemElement(item, type.keys);
        leaves.set(joinPath([...elements, element, SELF]), element);
        collect(kind, item, [...elements, element], fields, leaves);
      }
      return;
    }
  }
  leaves.set(joinPath(elements), value);
}

/** The written form of a set: nested objects, `{}` at the end of each path. */
export function toFieldsV1(set: ReadonlySet<string>): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  for (const path of [...set].sort()) {
    let level = tree;
    for (const element of pathElements(path)) {
      const next = level[element];
      const child = isRecord(next) ? next : {};
      level[element] = child;
      level = child;
    }
  }
  return tree;
}

/** Reads the written form back. */
export function fromFieldsV1(tree: unknown): FieldSet {
  const set: FieldSet = new Set();
  walk(tree, [], set);
  return set;
}

function walk(tree: unknown, elements: readonly string[], set: FieldSet): void {
  const entries = isRecord(tree) ? Object.entries(tree) : [];
  if (entries.length === 0) {
    if (elements.length > 0) {
      set.add(joinPath(elements));
    }
    return;
  }
  for (const [element, child] of entries) {
    walk(child, [...elements, element], set);
  }
}

/** `.spec.ports[containerPort=80].name`: how messages write a path. */
export function describePath(path: string): string {
  return pathElements(path)
    .filter((element) => element !== SELF)
    .map(describeElement)
    .join('');
}

function describeElement(element: string): string {
  const body = element.slice(2);
  if (element.startsWith('f:')) {
    return `.${body}`;
  }
  if (element.startsWith('v:')) {
    return `[=${body}]`;
  }
  const keys: unknown = JSON.parse(body);
  const pairs = isRecord(keys) ? Object.entries(keys) : [];
  return `[${pairs.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(',')}]`;
}
