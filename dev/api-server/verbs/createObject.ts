/**
 * Creates an object: name, namespace, system metadata, defaults, admission, storage
 * (k8s.io/apiserver/pkg/registry/rest/create.go).
 */
import { randomInt, randomUUID } from 'node:crypto';
import { admissionOf } from '../admission/admissionOf';
import { checkMetadata } from '../admission/checkMetadata';
import { trackUpdate } from '../fields/trackUpdate';
import { alreadyExists, badRequest, forbidden, invalid, notFound } from '../http/ApiError';
import { stringAt } from '../json';
import type { ResourceKind } from '../kinds/resourceKind';
import { apiVersionOf } from '../kinds/resourceKind';
import type { KubeObject, ManagedFieldsEntry } from '../kubeObject';
import { prepareInput } from './prepareInput';
import type { ServerContext } from './ServerContext';
import { timestamp } from './ServerContext';
import type { WriteOptions, WriteResult } from './writeOptions';

/** The alphabet of Kubernetes for random names: no vowels, nothing that reads as another letter. */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/**
 * Creates `input` under the options of the request. Server-side apply passes the managed fields it
 * has worked out; otherwise the whole object belongs to the request's manager.
 */
export function createObject(
  context: ServerContext,
  input: unknown,
  options: WriteOptions,
  managedFields?: ManagedFieldsEntry[],
): WriteResult {
  const { kind } = options;
  const { object, warnings } = prepareInput(input, options);
  const { metadata } = object;
  if (metadata.resourceVersion !== undefined && metadata.resourceVersion !== '') {
    throw badRequest('resourceVersion should not be set on objects to be created');
  }
  nameObject(object);
  requireNamespace(context, kind, object);

  metadata.uid = randomUUID();
  metadata.creationTimestamp = timestamp(context);
  delete metadata.resourceVersion;
  delete metadata.deletionTimestamp;
  delete metadata.deletionGracePeriodSeconds;
  delete metadata.managedFields;
  delete metadata.generation;
  if (kind.countsGenerations) {
    metadata.generation = 1;
  }
  if (kind.statusSubresource) {
    delete object.status;
  }
  const admission = admissionOf(kind);
  admission.setDefaults?.(object);
  const errors = checkMetadata(kind, metadata);
  if (errors.length > 0) {
    throw invalid(kind, metadata.name, errors);
  }
  if (context.store.get(kind, metadata.namespace, metadata.name) !== undefined) {
    throw alreadyExists(kind, metadata.name);
  }
  admission.check?.({ kind, object });
  metadata.managedFields =
    managedFields ??
    trackUpdate(undefined, object, {
      kind,
      manager: options.manager,
      apiVersion: apiVersionOf(kind, options.version),
      time: timestamp(context),
    });
  if (!options.dryRun) {
    context.store.insert(kind, object);
  }
  return { object, created: true, warnings };
}

function nameObject({ metadata }: KubeObject): void {
  if (metadata.name === '' && metadata.generateName) {
    const suffix = Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]);
    metadata.name = metadata.generateName + suffix.join('');
  }
}

/** A namespaced object needs a namespace that exists and is not on its way out. */
function requireNamespace(context: ServerContext, kind: ResourceKind, object: KubeObject): void {
  if (!kind.namespaced) {
    return;
  }
  const name = object.metadata.namespace ?? '';
  const namespaces = context.kinds.require('namespaces');
  const namespace = context.store.get(namespaces, undefined, name)?.object;
  if (namespace === undefined) {
    throw notFound(namespaces, name);
  }
  if (stringAt(namespace, 'status', 'phase') === 'Terminating') {
    const why = `unable to create new content in namespace ${name} because it is being terminated`;
    throw forbidden(kind, object.metadata.name, why);
  }
}
