/**
 * Deletes an object, or marks it for deletion when finalizers hold it
 * (k8s.io/apiserver/pkg/registry/rest/delete.go and registry/generic/registry/store.go). What hangs
 * on the object is the garbage collector's work.
 */
import { conflict } from '../http/ApiError';
import { jsonEqual, recordAt } from '../json';
import type { ResourceKind } from '../kinds/resourceKind';
import type { KubeObject } from '../kubeObject';
import type { StoredObject } from '../storage/StoredObject';
import type { ServerContext } from './ServerContext';
import { timestamp } from './ServerContext';

export const FOREGROUND = 'foregroundDeletion';
export const ORPHAN = 'orphan';

export interface DeleteOptions {
  readonly propagation?: 'Background' | 'Foreground' | 'Orphan';
  readonly dryRun?: boolean;
  readonly preconditions?: { readonly uid?: string; readonly resourceVersion?: string };
}

interface DeleteResult {
  /** False when finalizers keep the object: `object` is then its marked state. */
  readonly gone: boolean;
  readonly object: KubeObject;
}

/** Deletes or marks `stored`; throws 409 when a precondition does not hold. */
export function deleteObject(
  context: ServerContext,
  kind: ResourceKind,
  stored: StoredObject,
  options: DeleteOptions,
): DeleteResult {
  checkPreconditions(kind, stored.object, options);
  const marked = structuredClone(stored.object);
  const { metadata } = marked;
  const finalizers = withPropagation(metadata.finalizers ?? [], options.propagation);
  const waits = finalizers.length > 0 || kind.id === 'namespaces';
  if (!waits) {
    if (!options.dryRun) {
      context.store.remove(kind, stored);
    }
    return { gone: true, object: stored.object };
  }

  if (metadata.deletionTimestamp === undefined) {
    metadata.deletionTimestamp = timestamp(context);
    metadata.deletionGracePeriodSeconds = 0;
    if (metadata.generation !== undefined && metadata.generation > 0) {
      metadata.generation += 1;
    }
  }
  if (finalizers.length > 0) {
    metadata.finalizers = finalizers;
  }
  if (kind.id === 'namespaces') {
    marked.status = { ...recordAt(marked, 'status'), phase: 'Terminating' };
  }
  if (!options.dryRun && !jsonEqual(marked, stored.object)) {
    context.store.replace(kind, stored, marked);
  }
  return { gone: false, object: marked };
}

function checkPreconditions(
  kind: ResourceKind,
  { metadata }: KubeObject,
  { preconditions }: DeleteOptions,
): void {
  const { uid, resourceVersion } = preconditions ?? {};
  if (uid !== undefined && uid !== metadata.uid) {
    const why = `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${metadata.uid ?? ''}`;
    throw conflict(kind, metadata.name, why);
  }
  if (resourceVersion !== undefined && resourceVersion !== metadata.resourceVersion) {
    const why = `Precondition failed: ResourceVersion in precondition: ${resourceVersion}, ResourceVersion in object meta: ${metadata.resourceVersion ?? ''}`;
    throw conflict(kind, metadata.name, why);
  }
}

/** The finalizers with the one that the propagation policy asks for and without its opposite. */
function withPropagation(
  finalizers: readonly string[],
  propagation: DeleteOptions['propagation'],
): string[] {
  if (propagation === undefined) {
    return [...finalizers];
  }
  const others = finalizers.filter((item) => item !== FOREGROUND && item !== ORPHAN);
  if (propagation === 'Foreground') {
    return [...others, FOREGROUND];
  }
  return propagation === 'Orphan' ? [...others, ORPHAN] : others;
}
