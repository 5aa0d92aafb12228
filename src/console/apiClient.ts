/**
 * Single objects of the Kubernetes API: read one when a panel or a form opens it, create, patch and
 * delete for the job runner. Failures reject with ApiError. `dryRun` asks the server to run all its
 * checks and store nothing (kubernetes API concepts, "Dry-run").
 */
import type { KubeObject } from '../cluster/kubeObject';
import { ApiError } from './ApiError';
import type { ResourceType } from './apiPath';
import { listPath, objectPath, withQuery } from './apiPath';
import { deleteJson, getJson, patchJson, postJson } from './consoleFetch';

export interface ObjectTarget extends ResourceType {
  /** Empty for cluster-scoped kinds. */
  readonly namespace: string;
  readonly name: string;
}

export interface WriteOptions {
  readonly dryRun?: boolean;
}

export interface DeleteOptions extends WriteOptions {
  /** The delete fails with 409 when the object is another one or has changed. */
  readonly preconditions?: { readonly uid?: string; readonly resourceVersion?: string };
}

const asObject = (value: unknown): KubeObject => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ApiError(0, '', 'The API server did not answer with an object');
  }
  return value as KubeObject;
};

const dryRunQuery = ({ dryRun }: WriteOptions): Readonly<Record<string, string>> =>
  dryRun ? { dryRun: 'All' } : {};

const pathOf = (target: ObjectTarget): string => objectPath(target, target.namespace, target.name);

/** Reads one object. */
export const getObject = async (target: ObjectTarget, signal?: AbortSignal): Promise<KubeObject> =>
  asObject(await getJson(pathOf(target), signal));

/** Reads a short list, such as the events of one VM; not for kinds with many objects. */
export const listObjects = async (
  type: ResourceType,
  namespace: string,
  query: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<readonly KubeObject[]> => {
  const list = asObject(await getJson(withQuery(listPath(type, namespace), query), signal));
  return Array.isArray(list.items) ? list.items.map(asObject) : [];
};

/** Creates an object; the answer is the object as stored, or as it would be. */
export const createObject = async (
  type: ResourceType,
  body: KubeObject,
  options: WriteOptions = {},
): Promise<KubeObject> => {
  const namespace = body.metadata?.namespace;
  const path = listPath(type, typeof namespace === 'string' ? namespace : '');
  return asObject(await postJson(withQuery(path, dryRunQuery(options)), body));
};

/** Applies a JSON patch; put a `test` on whatever the patch replaces. */
export const patchObject = async (
  target: ObjectTarget,
  operations: readonly object[],
  options: WriteOptions = {},
): Promise<KubeObject> =>
  asObject(await patchJson(withQuery(pathOf(target), dryRunQuery(options)), operations));

/** Deletes an object. */
export const deleteObject = async (
  target: ObjectTarget,
  { preconditions, ...options }: DeleteOptions = {},
): Promise<void> => {
  await deleteJson(withQuery(pathOf(target), dryRunQuery(options)), {
    apiVersion: 'v1',
    kind: 'DeleteOptions',
    ...(preconditions ? { preconditions } : {}),
  });
};
