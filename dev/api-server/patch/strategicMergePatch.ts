/**
 * Strategic merge patches, which native kinds take: like merge patches, but keyed lists merge item by
 * item, and `$patch`, `$deleteFromPrimitiveList`, `$setElementOrder` and `$retainKeys` steer it
 * (k8s.io/apimachinery/pkg/util/strategicpatch).
 */
import { fieldsKey } from '../fields/fieldsKey';
import { strategicListType } from '../fields/listTypes';
import { isRecord, jsonEqual } from '../json';
import type { ResourceKind } from '../kinds/resourceKind';

/** The target after the patch; neither is changed, parts may be shared. */
export function strategicMergePatch(
  kind: ResourceKind,
  target: unknown,
  patch: unknown,
  path: readonly string[] = [],
): unknown {
  if (!isRecord(patch)) {
    return patch;
  }
  if (patch.$patch === 'replace') {
    const { $patch: _directive, ...content } = patch;
    return content;
  }
  if (patch.$patch === 'delete') {
    return {};
  }
  const result = retained(isRecord(target) ? target : {}, patch.$retainKeys);
  for (const [key, value] of Object.entries(patch)) {
    const [, directive, field] =
      /^\$(deleteFromPrimitiveList|setElementOrder)\/(.+)$/.exec(key) ?? [];
    if (directive === 'deleteFromPrimitiveList' && field !== undefined) {
      result[field] = withoutItems(result[field], value);
    } else if (key.startsWith('$')) {
      continue; // element order is the order of the target here; the other directives are done
    } else if (value === null) {
      delete result[key];
    } else if (Array.isArray(value)) {
      result[key] = mergeList(kind, result[key], value, [...path, key]);
    } else {
      result[key] = strategicMergePatch(kind, result[key], value, [...path, key]);
    }
  }
  return result;
}

function retained(target: Record<string, unknown>, keys: unknown): Record<string, unknown> {
  return Array.isArray(keys)
    ? Object.fromEntries(Object.entries(target).filter(([key]) => keys.includes(key)))
    : { ...target };
}

function withoutItems(list: unknown, removed: unknown): readonly unknown[] {
  const gone = Array.isArray(removed) ? removed : [];
  return Array.isArray(list)
    ? list.filter((item: unknown) => !gone.some((other) => jsonEqual(item, other)))
    : [];
}

function mergeList(
  kind: ResourceKind,
  target: unknown,
  patch: readonly unknown[],
  path: readonly string[],
): readonly unknown[] {
  const existing: readonly unknown[] = Array.isArray(target) ? target : [];
  const type = strategicListType(kind, path);
  if (type.type === 'atomic') {
    return patch;
  }
  if (type.type === 'set') {
    return [...existing, ...patch.filter((item) => !existing.some((had) => jsonEqual(had, item)))];
  }
  if (patch.some((item) => isRecord(item) && item.$patch === 'replace')) {
    return patch.filter((item) => !isRecord(item) || item.$patch === undefined);
  }
  const [mergeKey = 'name'] = type.keys; // a strategic merge looks at the first key only
  const merged = new Map(existing.map((item) => [fieldsKey(item, mergeKey), item]));
  for (const item of patch) {
    const key = fieldsKey(item, mergeKey);
    if (isRecord(item) && item.$patch === 'delete') {
      merged.delete(key);
    } else {
      merged.set(key, strategicMergePatch(kind, merged.get(key), item, path));
    }
  }
  return [...merged.values()];
}
