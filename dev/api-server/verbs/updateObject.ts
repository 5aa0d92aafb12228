/**
 * Replaces a stored object by a proposed one: what every PUT, PATCH and apply ends in. Keeps what
 * clients may not change, keeps spec and status apart, counts generations, runs admission, and
 * removes an object whose last finalizer went (k8s.io/apiserver/pkg/registry/rest/update.go and
 * apiextensions-apiserver pkg/registry/customresource/strategy.go).
 */
import { admissionOf } from '../admission/admissionOf';
import { checkMetadata } from '../admission/checkMetadata';
import { trackUpdate } from '../fields/trackUpdate';
import type { FieldError } from '../http/ApiError';
import {
  MODIFIED_MEANWHILE,
  conflict,
  forbiddenField,
  invalid,
  invalidValue,
} from '../http/ApiError';
import { jsonEqual } from '../json';
import type { ResourceKind } from '../kinds/resourceKind';
import { apiVersionOf } from '../kinds/resourceKind';
import type { KubeObject, ManagedFieldsEntry } from '../kubeObject';
import type { StoredObject } from '../storage/StoredObject';
import { prepareInput } from './prepareInput';
import type { ServerContext } from './ServerContext';
import { timestamp } from './ServerContext';
import type { WriteOptions, WriteResult } from './writeOptions';

/**
 * Writes `input` over `stored`. A resourceVersion in the input must be the stored one. A write that
 * changes nothing is no write: same resourceVersion, no event.
 */
export function updateObject(
  context: ServerContext,
  stored: StoredObject,
  input: unknown,
  options: WriteOptions,
  managedFields?: ManagedFieldsEntry[],
): WriteResult {
  const { kind } = options;
  const previous = stored.object;
  const { object: proposed, warnings } = prepareInput(input, options);
  const name = previous.metadata.name;
  if (proposed.metadata.name !== name) {
    const error = invalidValue('metadata.name', proposed.metadata.name, 'field is immutable');
    throw invalid(kind, name, [error]);
  }
  const version = proposed.metadata.resourceVersion;
  if (version !== undefined && version !== '' && version !== previous.metadata.resourceVersion) {
    throw conflict(kind, name, MODIFIED_MEANWHILE);
  }
  const uid = proposed.metadata.uid;
  if (uid !== undefined && uid !== previous.metadata.uid) {
    const why = `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${previous.metadata.uid ?? ''}`;
    throw conflict(kind, name, why);
  }

  const resets = isManagedFieldsReset(proposed);
  const object = mergeAllowed(kind, previous, proposed, options.subresource);
  const errors = [...checkMetadata(kind, object.metadata), ...checkFinalizers(previous, object)];
  if (errors.length > 0) {
    throw invalid(kind, name, errors);
  }
  if (options.subresource !== 'status') {
    const admission = admissionOf(kind);
    admission.check?.({ kind, object, previous });
  }
  if (
    kind.countsGenerations &&
    options.subresource !== 'status' &&
    specChanged(kind, previous, object)
  ) {
    object.metadata.generation = (previous.metadata.generation ?? 0) + 1;
  }
  const tracked =
    managedFields ??
    trackUpdate(resets ? withoutManagedFields(previous) : previous, object, {
      kind,
      manager: options.manager,
      apiVersion: apiVersionOf(kind, options.version),
      time: timestamp(context),
      ...(options.subresource === undefined ? {} : { subresource: options.subresource }),
    });
  if (tracked.length > 0) {
    object.metadata.managedFields = tracked;
  } else {
    delete object.metadata.managedFields;
  }
  return { ...commit(context, stored, object, options), warnings };
}

function commit(
  context: ServerContext,
  stored: StoredObject,
  object: KubeObject,
  { kind, dryRun }: WriteOptions,
): Omit<WriteResult, 'warnings'> {
  if (jsonEqual(object, stored.object)) {
    return { object: stored.object, created: false };
  }
  const removed =
    object.metadata.deletionTimestamp !== undefined &&
    (object.metadata.finalizers ?? []).length === 0 &&
    kind.id !== 'namespaces';
  if (dryRun) {
    return { object, created: false, removed };
  }
  if (removed) {
    return { object: context.store.remove(kind, stored, object).object, created: false, removed };
  }
  return { object: context.store.replace(kind, stored, object).object, created: false };
}

/** The proposed object with everything put back that this kind of write may not change. */
function mergeAllowed(
  kind: ResourceKind,
  previous: KubeObject,
  proposed: KubeObject,
  subresource: string | undefined,
): KubeObject {
  if (subresource === 'status') {
    const object: KubeObject = structuredClone(previous);
    if (proposed.status === undefined) {
      delete object.status;
    } else {
      object.status = proposed.status;
    }
    return object;
  }
  const before = previous.metadata;
  const metadata = { ...proposed.metadata };
  // Of the system's own fields the stored values stand, also where the proposal leaves them out.
  Object.assign(metadata, {
    uid: before.uid,
    creationTimestamp: before.creationTimestamp,
    resourceVersion: before.resourceVersion,
    generation: before.generation,
    deletionTimestamp: before.deletionTimestamp,
    deletionGracePeriodSeconds: before.deletionGracePeriodSeconds,
    managedFields: before.managedFields,
    generateName: before.generateName,
  });
  const object: KubeObject = { ...proposed, metadata: withoutUndefined(metadata) };
  if (kind.statusSubresource) {
    if (previous.status === undefined) {
      delete object.status;
    } else {
      object.status = previous.status;
    }
  }
  if (kind.id === 'namespaces') {
    object.spec = previous.spec; // finalizers of a namespace change by its finalize subresource only
  }
  return structuredClone(object);
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}

/** Custom kinds count any change outside metadata and status, native ones a change of the spec. */
function specChanged(kind: ResourceKind, previous: KubeObject, object: KubeObject): boolean {
  if (kind.origin === 'native') {
    return !jsonEqual(previous.spec, object.spec);
  }
  const ignored = new Set(kind.statusSubresource ? ['metadata', 'status'] : ['metadata']);
  const keys = new Set([...Object.keys(previous), ...Object.keys(object)]);
  return [...keys].some((key) => !ignored.has(key) && !jsonEqual(previous[key], object[key]));
}

function checkFinalizers(previous: KubeObject, object: KubeObject): FieldError[] {
  if (previous.metadata.deletionTimestamp === undefined) {
    return [];
  }
  const known = new Set(previous.metadata.finalizers ?? []);
  const added = (object.metadata.finalizers ?? []).filter((finalizer) => !known.has(finalizer));
  if (added.length === 0) {
    return [];
  }
  const list = added.map((finalizer) => JSON.stringify(finalizer)).join(', ');
  const why = `no new finalizers can be added if the object is being deleted, found new finalizers []string{${list}}`;
  return [forbiddenField('metadata.finalizers', why)];
}

/** A client clears managedFields by writing a list that is empty or holds one empty entry. */
function isManagedFieldsReset(proposed: KubeObject): boolean {
  const given = proposed.metadata.managedFields;
  return Array.isArray(given) && given.every((entry) => Object.keys(entry).length === 0);
}

function withoutManagedFields(object: KubeObject): KubeObject {
  return { ...object, metadata: { ...object.metadata, managedFields: [] } };
}
