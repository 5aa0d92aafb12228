/**
 * Keeps `metadata.managedFields` after an ordinary write: the writer owns what it changed, everybody
 * else loses what was changed or removed (structured-merge-diff v4, merge.Updater.Update).
 */
import { jsonEqual } from '../json';
import type { ResourceKind } from '../kinds/resourceKind';
import type { KubeObject, ManagedFieldsEntry } from '../kubeObject';
import type { FieldSet } from './fieldSet';
import { fromFieldsV1, leavesOf, toFieldsV1 } from './fieldSet';

export interface Writer {
  readonly kind: ResourceKind;
  readonly manager: string;
  readonly apiVersion: string;
  /** RFC 3339; written to the entry of the writer when its fields change. */
  readonly time: string;
  readonly subresource?: string;
}

/** The managedFields that `next` should have, `previous` being what was stored (if anything). */
export function trackUpdate(
  previous: KubeObject | undefined,
  next: KubeObject,
  writer: Writer,
): ManagedFieldsEntry[] {
  const before =
    previous === undefined ? new Map<string, unknown>() : leavesOf(writer.kind, previous);
  const after = leavesOf(writer.kind, next);
  const changed: FieldSet = new Set();
  for (const [path, value] of after) {
    if (!before.has(path) || !jsonEqual(before.get(path), value)) {
      changed.add(path);
    }
  }
  const removed = new Set([...before.keys()].filter((path) => !after.has(path)));
  const entries = previous?.metadata.managedFields ?? [];
  if (changed.size === 0 && removed.size === 0) {
    return [...entries];
  }

  const kept: ManagedFieldsEntry[] = [];
  const own: FieldSet = new Set(changed);
  for (const entry of entries) {
    const fields = [...fromFieldsV1(entry.fieldsV1)].filter((path) => !removed.has(path));
    if (isEntryOf(entry, writer)) {
      fields.forEach((path) => own.add(path));
      continue;
    }
    const left = fields.filter((path) => !changed.has(path));
    if (left.length > 0) {
      kept.push({ ...entry, fieldsV1: toFieldsV1(new Set(left)) });
    }
  }
  return own.size === 0 ? kept : [...kept, writeEntry('Update', writer, own)];
}

/** An entry for a writer's fields. */
export function writeEntry(
  operation: 'Apply' | 'Update',
  writer: Omit<Writer, 'kind'>,
  fields: ReadonlySet<string>,
): ManagedFieldsEntry {
  return {
    manager: writer.manager,
    operation,
    apiVersion: writer.apiVersion,
    time: writer.time,
    fieldsType: 'FieldsV1',
    fieldsV1: toFieldsV1(fields),
    ...(writer.subresource === undefined ? {} : { subresource: writer.subresource }),
  };
}

function isEntryOf(entry: ManagedFieldsEntry, writer: Writer): boolean {
  return (
    entry.operation !== 'Apply' &&
    entry.manager === writer.manager &&
    entry.apiVersion === writer.apiVersion &&
    (entry.subresource ?? '') === (writer.subresource ?? '')
  );
}
