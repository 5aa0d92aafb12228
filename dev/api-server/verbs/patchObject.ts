/**
 * PATCH in its four formats. Three of them make a new object from the stored one, which is then
 * written like any update; server-side apply also creates and brings its own managedFields.
 */
import { applyConfiguration } from '../fields/applyConfiguration';
import { badRequest, notFound, unsupportedMediaType } from '../http/ApiError';
import { parseBody } from '../http/readBody';
import { isRecord } from '../json';
import type { ResourceKind } from '../kinds/resourceKind';
import { apiVersionOf } from '../kinds/resourceKind';
import type { KubeObject } from '../kubeObject';
import { jsonPatch } from '../patch/jsonPatch';
import { mergePatch } from '../patch/mergePatch';
import { strategicMergePatch } from '../patch/strategicMergePatch';
import type { StoredObject } from '../storage/StoredObject';
import { createObject } from './createObject';
import type { ServerContext } from './ServerContext';
import { timestamp } from './ServerContext';
import { updateObject } from './updateObject';
import type { WriteOptions, WriteResult } from './writeOptions';

const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';
const STRATEGIC_PATCH = 'application/strategic-merge-patch+json';
const APPLY_PATCH = 'application/apply-patch+yaml';

interface PatchBody {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Patches the object of this name; throws 404 when it is missing (apply creates it instead). */
export function patchObject(
  context: ServerContext,
  name: string,
  body: PatchBody,
  options: WriteOptions,
): WriteResult {
  const { kind, namespace } = options;
  const stored = context.store.get(kind, namespace, name);
  if (body.type === APPLY_PATCH) {
    return apply(context, stored, name, body, options);
  }
  const merge = patchFunction(kind, body.type);
  const patch = parseBody(body.bytes, 'application/json');
  if (stored === undefined) {
    throw notFound(kind, name);
  }
  const current = inVersion(stored.object, options);
  return updateObject(context, stored, structuredClone(merge(current, patch)), options);
}

function patchFunction(
  kind: ResourceKind,
  type: string,
): (target: unknown, patch: unknown) => unknown {
  switch (type) {
    case JSON_PATCH:
      return jsonPatch;
    case MERGE_PATCH:
      return mergePatch;
    case STRATEGIC_PATCH:
      if (kind.origin === 'native') {
        return (target, patch) => strategicMergePatch(kind, target, patch);
      }
  }
  const native = kind.origin === 'native' ? [STRATEGIC_PATCH] : [];
  throw unsupportedMediaType([JSON_PATCH, MERGE_PATCH, ...native, APPLY_PATCH]);
}

function inVersion(object: KubeObject, { kind, version }: WriteOptions): KubeObject {
  return { ...object, apiVersion: apiVersionOf(kind, version) };
}

function apply(
  context: ServerContext,
  stored: StoredObject | undefined,
  name: string,
  body: PatchBody,
  options: WriteOptions,
): WriteResult {
  const configuration = parseBody(body.bytes, 'application/yaml');
  if (!isRecord(configuration)) {
    throw badRequest('the configuration to apply is not an object');
  }
  const metadata = isRecord(configuration.metadata) ? configuration.metadata : {};
  if (Array.isArray(metadata.managedFields) && metadata.managedFields.length > 0) {
    throw badRequest('metadata.managedFields must be nil');
  }
  const named = { ...configuration, metadata: { ...metadata, name: metadata.name ?? name } };
  const { kind, version, manager, force, subresource } = options;
  if (stored === undefined && subresource !== undefined) {
    throw notFound(kind, name);
  }
  const live = stored === undefined ? undefined : inVersion(stored.object, options);
  const { object, managedFields } = applyConfiguration(live, named, {
    kind,
    manager,
    force,
    apiVersion: apiVersionOf(kind, version),
    time: timestamp(context),
    ...(subresource === undefined ? {} : { subresource }),
  });
  return stored === undefined
    ? createObject(context, object, options, managedFields)
    : updateObject(context, stored, object, options, managedFields);
}
