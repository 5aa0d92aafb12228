/**
 * Turns what a client sent into an object of the storage version: the type must be the one of the
 * URL, undeclared fields are pruned (or refused under strict validation), the namespace comes from
 * the URL.
 */
import { admissionOf } from '../admission/admissionOf';
import { prune } from '../admission/prune';
import { badRequest } from '../http/ApiError';
import { isRecord, recordAt } from '../json';
import { apiVersionOf, storageVersion } from '../kinds/resourceKind';
import type { KubeObject, ObjectMeta } from '../kubeObject';
import type { WriteOptions } from './writeOptions';

interface PreparedInput {
  readonly object: KubeObject;
  readonly warnings: readonly string[];
}

type InputOptions = Pick<WriteOptions, 'kind' | 'version' | 'namespace' | 'fieldValidation'>;

/** Checks and completes `input`; the value is taken over and changed. Throws 400 when unfit. */
export function prepareInput(input: unknown, options: InputOptions): PreparedInput {
  const { kind, version, namespace } = options;
  if (!isRecord(input)) {
    throw badRequest('the request body is not an object');
  }
  const expected = apiVersionOf(kind, version);
  const { apiVersion = expected, kind: type = kind.kind } = input;
  if (apiVersion !== expected) {
    throw badRequest(
      `the API version in the data (${String(apiVersion)}) does not match the expected API version (${expected})`,
    );
  }
  if (type !== kind.kind) {
    throw badRequest(
      `the kind in the data (${String(type)}) does not match the expected kind (${kind.kind})`,
    );
  }
  const metadata = prepareMetadata(input, options, namespace);
  const warnings = unknownFields(input, options);
  const { apiVersion: _version, kind: _kind, metadata: _metadata, ...rest } = input;
  const stored = apiVersionOf(kind, storageVersion(kind));
  return { object: { apiVersion: stored, kind: kind.kind, metadata, ...rest }, warnings };
}

function prepareMetadata(
  input: Record<string, unknown>,
  { kind }: InputOptions,
  namespace: string | undefined,
): ObjectMeta {
  if (input.metadata !== undefined && input.metadata !== null && !isRecord(input.metadata)) {
    throw badRequest('metadata must be an object');
  }
  const { name, namespace: given, ...rest } = recordAt(input, 'metadata');
  if (name !== undefined && typeof name !== 'string') {
    throw badRequest('metadata.name must be a string');
  }
  if (kind.namespaced && given !== undefined && given !== '' && given !== namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  const metadata: ObjectMeta = { ...rest, name: name ?? '' };
  if (kind.namespaced && namespace !== undefined) {
    metadata.namespace = namespace;
  }
  dropEmpty(metadata);
  checkTypes(metadata);
  return metadata;
}

/** Metadata is typed in every kind; what has another type cannot be decoded. */
function checkTypes(metadata: ObjectMeta): void {
  const maps = [metadata.labels, metadata.annotations];
  const lists = [metadata.finalizers, metadata.ownerReferences, metadata.managedFields];
  const texts = [metadata.generateName, metadata.resourceVersion, metadata.uid];
  const isDecodable =
    maps.every((map) => map === undefined || isTextMap(map)) &&
    lists.every((list) => list === undefined || Array.isArray(list)) &&
    texts.every((text) => text === undefined || typeof text === 'string');
  if (!isDecodable) {
    throw badRequest('metadata has a field of another type than ObjectMeta declares');
  }
}

function isTextMap(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((item) => typeof item === 'string');
}

const OMITTED_WHEN_EMPTY = ['labels', 'annotations', 'finalizers', 'ownerReferences'] as const;

/** Go clients write `creationTimestamp: null` and the like; null, and an empty map, mean absent. */
function dropEmpty(metadata: ObjectMeta): void {
  const fields: Record<string, unknown> = { ...metadata };
  for (const [key, value] of Object.entries(fields)) {
    if (value === null) {
      delete metadata[key as keyof ObjectMeta];
    }
  }
  for (const key of OMITTED_WHEN_EMPTY) {
    const value = metadata[key];
    if (value !== undefined && Object.keys(value).length === 0) {
      delete metadata[key];
    }
  }
}

/** Prunes the input in place and says what went: as warnings, or as a refusal when strict. */
function unknownFields(input: Record<string, unknown>, options: InputOptions): string[] {
  const { shape } = admissionOf(options.kind);
  if (shape === undefined) {
    return [];
  }
  const unknown = prune(input, shape).map((path) => `unknown field "${path}"`);
  if (unknown.length === 0 || options.fieldValidation === 'Ignore') {
    return [];
  }
  if (options.fieldValidation === 'Strict') {
    const { kind, version } = options;
    throw badRequest(
      `${kind.kind} in version "${version}" cannot be handled as a ${kind.kind}: strict decoding error: ${unknown.join(', ')}`,
    );
  }
  return unknown;
}
