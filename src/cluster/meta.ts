/**
 * The part of `metadata` that the product uses, read once so that nothing downstream has to
 * ask again whether a label map is there.
 */
export interface OwnerReference {
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller: boolean;
}

export interface Meta {
  readonly uid: string;
  readonly resourceVersion: string;
  readonly name: string;
  /** Empty for cluster-scoped objects. */
  readonly namespace: string;
  readonly generation: number;
  /** Milliseconds since the epoch; undefined when absent or unreadable. */
  readonly createdAt?: number;
  readonly deletedAt?: number;
  /** Newest `managedFields` time of an entry that touches `f:spec`, or creation if that is later. */
  readonly specChangedAt?: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly owners: readonly OwnerReference[];
  readonly finalizers: readonly string[];
}

/** The key under which listings and indexes hold an object: `namespace/name`, or `name` alone. */
export const metaKey = (meta: Pick<Meta, 'namespace' | 'name'>): string =>
  meta.namespace === '' ? meta.name : `${meta.namespace}/${meta.name}`;
