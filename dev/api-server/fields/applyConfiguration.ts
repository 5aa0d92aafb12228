/**
 * Server-side apply: merges a configuration into an object field by field, refuses to take what
 * another manager set to another value, and removes what this manager applied before and no longer
 * does (Kubernetes "Server-Side Apply"; structured-merge-diff v4 merge.Updater.Apply).
 */
import { ApiError } from '../http/ApiError';
import { isArray, isRecord, jsonEqual } from '../json';
import type { ResourceKind } from '../kinds/resourceKind';
import type { KubeObject, ManagedFieldsEntry } from '../kubeObject';
import type { FieldSet } from './fieldSet';
import {
  describePath,
  fromFieldsV1,
  itemElement,
  joinPath,
  leavesOf,
  pathElements,
  toFieldsV1,
} from './fieldSet';
import { listType } from './listTypes';
import type { Writer } from './trackUpdate';
import { writeEntry } from './trackUpdate';

interface Applied {
  readonly object: Record<string, unknown>;
  readonly managedFields: ManagedFieldsEntry[];
}

/** Manager of what an object held before its first apply, when nobody is on record for it. */
const BEFORE_FIRST_APPLY = 'before-first-apply';

/**
 * Applies `configuration` on top of `live` (undefined for an object that does not exist yet).
 * Without `force` a field that somebody else set to another value is a 409.
 */
export function applyConfiguration(
  live: KubeObject | undefined,
  configuration: Record<string, unknown>,
  writer: Writer & { readonly force: boolean },
): Applied {
  const { kind } = writer;
  const wanted = leavesOf(kind, configuration);
  const current = live === undefined ? new Map<string, unknown>() : leavesOf(kind, live);
  const entries = live === undefined ? [] : recordedEntries(live, current, writer);
  const others = entries.filter((entry) => !isOwn(entry, writer));
  const previous = entries.find((entry) => isOwn(entry, writer));

  const conflicts = others.flatMap((entry) =>
    [...fromFieldsV1(entry.fieldsV1)]
      .filter((path) => wanted.has(path) && !jsonEqual(wanted.get(path), current.get(path)))
      .map((path) => ({ entry, path })),
  );
  if (conflicts.length > 0 && !writer.force) {
    throw conflictError(conflicts);
  }
  const lost = new Set(conflicts.map(({ path }) => path));
  const kept = others.flatMap((entry) => {
    const left = [...fromFieldsV1(entry.fieldsV1)].filter((path) => !lost.has(path));
    return left.length === 0 ? [] : [{ ...entry, fieldsV1: toFieldsV1(new Set(left)) }];
  });

  const stillOwned = new Set(kept.flatMap((entry) => [...fromFieldsV1(entry.fieldsV1)]));
  const merged = mergeConfigured(kind, live ?? {}, configuration, []);
  const object = isRecord(merged) ? structuredClone(merged) : {};
  const dropped = [...fromFieldsV1(previous?.fieldsV1)].filter(
    (path) => !wanted.has(path) && !stillOwned.has(path),
  );
  // In this order an item of a list comes before its fields, so that it goes as a whole.
  for (const path of dropped.sort()) {
    removeAt(kind, object, pathElements(path), stillOwned, wanted);
  }
  const own = writeEntry('Apply', writer, new Set(wanted.keys()));
  const isSame =
    previous !== undefined && jsonEqual(previous.fieldsV1, own.fieldsV1) && jsonEqual(object, live);
  return { object, managedFields: [...kept, isSame ? previous : own] };
}

function recordedEntries(
  live: KubeObject,
  current: ReadonlyMap<string, unknown>,
  writer: Writer,
): readonly ManagedFieldsEntry[] {
  const recorded = live.metadata.managedFields ?? [];
  if (recorded.length > 0) {
    return recorded;
  }
  const owned: FieldSet = new Set(current.keys());
  return [writeEntry('Update', { ...writer, manager: BEFORE_FIRST_APPLY }, owned)];
}

function isOwn(entry: ManagedFieldsEntry, writer: Writer): boolean {
  return (
    entry.operation === 'Apply' &&
    entry.manager === writer.manager &&
    (entry.subresource ?? '') === (writer.subresource ?? '')
  );
}

function mergeConfigured(
  kind: ResourceKind,
  live: unknown,
  configured: unknown,
  path: readonly string[],
): unknown {
  if (isRecord(configured)) {
    const result: Record<string, unknown> = isRecord(live) ? { ...live } : {};
    for (const [key, value] of Object.entries(configured)) {
      result[key] = mergeConfigured(kind, result[key], value, [...path, key]);
    }
    return result;
  }
  const type = listType(kind, path);
  if (!isArray(configured) || !isArray(live) || type.type === 'atomic') {
    return configured;
  }
  if (type.type === 'set') {
    const added = configured.filter((item: unknown) => !live.some((had) => jsonEqual(had, item)));
    return [...live, ...added];
  }
  const items = new Map(live.map((item: unknown) => [itemElement(item, type.keys), item]));
  for (const item of configured) {
    const element = itemElement(item, type.keys);
    items.set(element, mergeConfigured(kind, items.get(element), item, path));
  }
  return [...items.values()];
}

/** Removes what a path points at; an item of a list only when nobody owns anything in it. */
function removeAt(
  kind: ResourceKind,
  object: Record<string, unknown>,
  elements: readonly string[],
  owned: ReadonlySet<string>,
  wanted: ReadonlyMap<string, unknown>,
): void {
  let level: unknown = object;
  const fields: string[] = [];
  for (const [index, element] of elements.entries()) {
    const isLast = index === elements.length - 1;
    if (element.startsWith('f:') && isRecord(level)) {
      const key = element.slice(2);
      fields.push(key);
      if (isLast) {
        delete level[key];
        return;
      }
      level = level[key];
    } else if (Array.isArray(level)) {
      const at = findItem(kind, level, element, fields);
      const nextIsSelf = elements[index + 1] === '.';
      if (at < 0) {
        return;
      }
      if (isLast || nextIsSelf) {
        const prefix = joinPath(elements.slice(0, index + 1));
        const isHeld = [...owned, ...wanted.keys()].some((path) => path.startsWith(prefix));
        if (!isHeld) {
          level.splice(at, 1);
        }
        return;
      }
      level = level[at];
    } else {
      return;
    }
  }
}

function findItem(
  kind: ResourceKind,
  list: readonly unknown[],
  element: string,
  fields: readonly string[],
): number {
  if (element.startsWith('v:')) {
    return list.findIndex((item) => JSON.stringify(item) === element.slice(2));
  }
  const type = listType(kind, fields);
  return type.type === 'map'
    ? list.findIndex((item) => itemElement(item, type.keys) === element)
    : -1;
}

function conflictError(
  conflicts: readonly { readonly entry: ManagedFieldsEntry; readonly path: string }[],
): ApiError {
  const pathsByManager = new Map<string, string[]>();
  for (const { entry, path } of conflicts) {
    const manager = describeManager(entry);
    const paths = pathsByManager.get(manager) ?? [];
    pathsByManager.set(manager, paths);
    paths.push(describePath(path));
  }
  const parts = [...pathsByManager].map(([manager, paths]) =>
    paths.length === 1 && conflicts.length === 1
      ? `conflict with ${manager}: ${paths[0] ?? ''}`
      : `conflicts with ${manager}:\n${paths.map((path) => `- ${path}`).join('\n')}`,
  );
  const count = conflicts.length === 1 ? '1 conflict' : `${conflicts.length} conflicts`;
  const causes = conflicts.map(({ entry, path }) => ({
    reason: 'FieldManagerConflict',
    message: `conflict with ${describeManager(entry)}`,
    field: describePath(path),
  }));
  return new ApiError(409, 'Conflict', `Apply failed with ${count}: ${parts.join('\n')}`, {
    causes,
  });
}

function describeManager(entry: ManagedFieldsEntry): string {
  const subresource =
    entry.subresource === undefined ? '' : ` with subresource "${entry.subresource}"`;
  const using = entry.operation === 'Update' ? ` using ${entry.apiVersion ?? ''}` : '';
  return `"${entry.manager ?? ''}"${subresource}${using}`;
}
