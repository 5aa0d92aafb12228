/**
 * Who depends on whom: the objects that name a uid in their ownerReferences. Kept up to date by the
 * store's events, so that a deletion costs work for its dependents and not for the cluster.
 */
import type { ResourceKind } from '../kinds/resourceKind';
import type { ObjectStore, StoreEvent } from '../storage/ObjectStore';
import type { StoredObject } from '../storage/StoredObject';

export interface Dependent {
  readonly kind: ResourceKind;
  readonly stored: StoredObject;
}

export class OwnerIndex {
  private readonly byOwner = new Map<string, Map<string, Dependent>>();
  private readonly uids = new Set<string>();
  private readonly deleted = new Set<string>();

  constructor(store: ObjectStore) {
    store.subscribe('*', (event) => this.follow(event));
  }

  /** The objects that name this uid as an owner. */
  dependentsOf(uid: string): readonly Dependent[] {
    return [...(this.byOwner.get(uid)?.values() ?? [])];
  }

  /** True while an object with this uid is stored. */
  exists(uid: string): boolean {
    return this.uids.has(uid);
  }

  /** True when an object with this uid was stored and has been deleted. */
  wasDeleted(uid: string): boolean {
    return this.deleted.has(uid);
  }

  private follow({ type, kind, stored, previous }: StoreEvent): void {
    const key = `${kind.id}/${stored.key}`;
    for (const owner of previous?.object.metadata.ownerReferences ?? []) {
      const dependents = this.byOwner.get(owner.uid);
      dependents?.delete(key);
      if (dependents?.size === 0) {
        this.byOwner.delete(owner.uid);
      }
    }
    const uid = stored.object.metadata.uid;
    if (type === 'DELETED') {
      if (uid !== undefined) {
        this.uids.delete(uid);
        this.deleted.add(uid);
      }
      return;
    }
    if (uid !== undefined) {
      this.uids.add(uid);
    }
    for (const owner of stored.object.metadata.ownerReferences ?? []) {
      const dependents = this.byOwner.get(owner.uid) ?? new Map<string, Dependent>();
      this.byOwner.set(owner.uid, dependents);
      dependents.set(key, { kind, stored });
    }
  }
}
