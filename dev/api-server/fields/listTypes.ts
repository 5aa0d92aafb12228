/**
 * How the lists of an object merge: by a key of their items, as a set, or as one value (atomic).
 * Kubernetes reads this from the schema (x-kubernetes-list-type, patchMergeKey); the kinds served
 * here need only the lists below. A list that is not named is atomic, as it is in a custom resource.
 */
import type { ResourceKind } from '../kinds/resourceKind';

type ListType =
  | { readonly type: 'map'; readonly keys: readonly string[] }
  | { readonly type: 'set' }
  | { readonly type: 'atomic' };

const ATOMIC: ListType = { type: 'atomic' };
const SET: ListType = { type: 'set' };

const METADATA = new Map<string, ListType>([
  ['finalizers', SET],
  ['ownerReferences', { type: 'map', keys: ['uid'] }],
]);

const NATIVE = new Map<string, ListType>([
  ['containers', { type: 'map', keys: ['name'] }],
  ['initContainers', { type: 'map', keys: ['name'] }],
  ['ephemeralContainers', { type: 'map', keys: ['name'] }],
  ['env', { type: 'map', keys: ['name'] }],
  ['volumes', { type: 'map', keys: ['name'] }],
  ['volumeMounts', { type: 'map', keys: ['mountPath'] }],
  ['imagePullSecrets', { type: 'map', keys: ['name'] }],
  ['conditions', { type: 'map', keys: ['type'] }],
  ['addresses', { type: 'map', keys: ['type'] }],
  ['hostAliases', { type: 'map', keys: ['ip'] }],
]);

/** Lists that a strategic merge patch merges by a key although server-side apply replaces them. */
const STRATEGIC_ONLY = new Map<string, ListType>([
  ['taints', { type: 'map', keys: ['key'] }],
  ['podIPs', { type: 'map', keys: ['ip'] }],
]);

const CONDITIONS_BY_TYPE = new Set([
  'clusteruserdefinednetworks.k8s.ovn.org',
  'userdefinednetworks.k8s.ovn.org',
  'clusterversions.config.openshift.io',
]);

/** How the list at `path` (field names from the top, list items left out) merges in an apply. */
export function listType(kind: ResourceKind, path: readonly string[]): ListType {
  const field = path[path.length - 1] ?? '';
  if (path[0] === 'metadata') {
    return path.length === 2 ? (METADATA.get(field) ?? ATOMIC) : ATOMIC;
  }
  if (kind.origin === 'native') {
    if (field === 'ports') {
      const key = path.includes('containers') ? 'containerPort' : 'port';
      return { type: 'map', keys: [key, 'protocol'] };
    }
    return NATIVE.get(field) ?? ATOMIC;
  }
  const isConditions = path.length === 2 && path[0] === 'status' && field === 'conditions';
  return isConditions && CONDITIONS_BY_TYPE.has(kind.id) ? { type: 'map', keys: ['type'] } : ATOMIC;
}

/** How the list merges in a strategic merge patch, which only native kinds take. */
export function strategicListType(kind: ResourceKind, path: readonly string[]): ListType {
  return STRATEGIC_ONLY.get(path[path.length - 1] ?? '') ?? listType(kind, path);
}
