/**
 * What the server knows about one kind: its names, where it lives, which verbs and subresources it
 * has and how `kubectl get` prints it. A kind is added by a row in one of the tables beside this
 * file; no other code names a kind unless that kind has a behaviour of its own (admission, views).
 */
import type { KubeObject } from '../kubeObject';

export type Verb =
  'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete' | 'deletecollection';

/** A column of `kubectl get`. Priority 0 is always shown, 1 only with `-o wide`. */
export interface PrinterColumn {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  /** A JSONPath in the subset that custom resource definitions allow, or code for native kinds. */
  readonly value: string | ((object: KubeObject) => string | number);
  readonly priority?: number;
  readonly description?: string;
}

export interface ResourceKind {
  /** `plural` or `plural.group`: the key of the storage and the name used in error messages. */
  readonly id: string;
  readonly group: string;
  /** Served versions, the preferred one (also the one objects are stored in) first. */
  readonly versions: readonly string[];
  readonly plural: string;
  readonly singular: string;
  readonly kind: string;
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  readonly namespaced: boolean;
  readonly verbs: readonly Verb[];
  /** With the subresource, a write to the object leaves `status` alone and the other way round. */
  readonly statusSubresource: boolean;
  /** Native kinds take strategic merge patches and unconditional updates; custom ones do not. */
  readonly origin: 'native' | 'custom';
  /** Whether a change of the spec counts up `metadata.generation`. */
  readonly countsGenerations: boolean;
  readonly columns: readonly PrinterColumn[];
}

const ALL_VERBS: readonly Verb[] = [
  'get',
  'list',
  'watch',
  'create',
  'update',
  'patch',
  'delete',
  'deletecollection',
];
export const READ_VERBS: readonly Verb[] = ['get', 'list', 'watch'];
export const CREATE_ONLY: readonly Verb[] = ['create'];

type Given = Pick<ResourceKind, 'group' | 'versions' | 'plural' | 'kind' | 'namespaced'> &
  Partial<ResourceKind>;

/** Completes a row of a table of kinds that Kubernetes itself brings. */
export function nativeKind(given: Given): ResourceKind {
  return complete({ origin: 'native', countsGenerations: false, ...given });
}

/** Completes a row of a table of kinds that come from a CustomResourceDefinition. */
export function customKind(given: Given): ResourceKind {
  return complete({ origin: 'custom', countsGenerations: true, ...given });
}

function complete(given: Given & Pick<ResourceKind, 'origin' | 'countsGenerations'>): ResourceKind {
  return {
    id: given.group === '' ? given.plural : `${given.plural}.${given.group}`,
    singular: given.kind.toLowerCase(),
    shortNames: [],
    categories: [],
    verbs: ALL_VERBS,
    statusSubresource: false,
    columns: [{ name: 'Age', type: 'date', value: '.metadata.creationTimestamp' }],
    ...given,
  };
}

/** `v1` or `group/v1`: what `apiVersion` says for this kind in the given version. */
export function apiVersionOf(kind: ResourceKind, version: string): string {
  return kind.group === '' ? version : `${kind.group}/${version}`;
}

/** The version that objects of this kind are stored in. */
export function storageVersion(kind: ResourceKind): string {
  return kind.versions[0] ?? 'v1';
}
