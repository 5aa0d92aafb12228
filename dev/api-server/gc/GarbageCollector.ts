/**
 * Deletes what lost its owner, finishes foreground and orphan deletions, and empties namespaces that
 * were deleted. It reacts to the store's events and works after the request that caused them has
 * been answered, as the controllers of a real cluster do (kubernetes pkg/controller/garbagecollector
 * and pkg/controller/namespace).
 */
import { stringAt } from '../json';
import type { ResourceKind } from '../kinds/resourceKind';
import type { KubeObject } from '../kubeObject';
import type { StoreEvent } from '../storage/ObjectStore';
import type { StoredObject } from '../storage/StoredObject';
import { FOREGROUND, ORPHAN, deleteObject } from '../verbs/deleteObject';
import type { ServerContext } from '../verbs/ServerContext';
import type { Dependent } from './OwnerIndex';

export class GarbageCollector {
  private readonly queue: (() => void)[] = [];
  private scheduled: NodeJS.Immediate | undefined;
  private readonly stopFollowing: () => void;

  constructor(private readonly context: ServerContext) {
    this.stopFollowing = context.store.subscribe('*', (event) => this.follow(event));
  }

  /** Ends the work; what is queued is dropped. */
  stop(): void {
    this.stopFollowing();
    clearImmediate(this.scheduled);
    this.queue.length = 0;
  }

  private follow(event: StoreEvent): void {
    const { kind, stored, type } = event;
    const { uid, deletionTimestamp, finalizers = [], namespace } = stored.object.metadata;
    if (type === 'DELETED') {
      if (uid !== undefined) {
        this.later(() => this.collectDependents(uid));
      }
      this.later(() => this.recheckOwners(stored.object));
      if (kind.namespaced && namespace !== undefined) {
        this.later(() => this.finishNamespace(namespace));
      }
      return;
    }
    if (type === 'ADDED' && stored.object.metadata.ownerReferences !== undefined) {
      this.later(() => this.collectOrphan({ kind, stored }));
    }
    if (deletionTimestamp === undefined || uid === undefined) {
      return;
    }
    if (kind.id === 'namespaces') {
      this.later(() => this.emptyNamespace(stored.object.metadata.name));
    }
    if (finalizers.includes(FOREGROUND)) {
      this.later(() => this.deleteBeforeOwner(kind, stored));
    }
    if (finalizers.includes(ORPHAN)) {
      this.later(() => this.orphanDependents(kind, stored));
    }
  }

  private later(work: () => void): void {
    this.queue.push(work);
    this.scheduled ??= setImmediate(() => {
      this.scheduled = undefined;
      for (const job of this.queue.splice(0)) {
        job();
      }
    });
  }

  /** The owner is gone: dependents go too, unless another owner is still there. */
  private collectDependents(uid: string): void {
    for (const dependent of this.context.owners.dependentsOf(uid)) {
      this.releaseFrom(dependent, uid);
    }
  }

  /**
   * An object made under an owner that was deleted just before. Owners that this server never held
   * are left alone: scenario files may name uids of objects they do not contain.
   */
  private collectOrphan(dependent: Dependent): void {
    for (const owner of dependent.stored.object.metadata.ownerReferences ?? []) {
      if (this.context.owners.wasDeleted(owner.uid)) {
        this.releaseFrom(dependent, owner.uid);
      }
    }
  }

  private releaseFrom({ kind, stored }: Dependent, uid: string): void {
    const current = this.current(kind, stored.object);
    if (current === undefined) {
      return;
    }
    const owners = current.object.metadata.ownerReferences ?? [];
    const others = owners.filter((owner) => owner.uid !== uid);
    if (others.some((owner) => this.context.owners.exists(owner.uid))) {
      this.rewrite(kind, current, (object) => {
        object.metadata.ownerReferences = others;
      });
      return;
    }
    deleteObject(this.context, kind, current, { propagation: 'Background' });
  }

  private deleteBeforeOwner(kind: ResourceKind, owner: StoredObject): void {
    const blocking = this.blockingDependents(owner.object);
    for (const dependent of blocking) {
      const current = this.current(dependent.kind, dependent.stored.object);
      if (current !== undefined && current.object.metadata.deletionTimestamp === undefined) {
        deleteObject(this.context, dependent.kind, current, { propagation: 'Foreground' });
      }
    }
    if (this.blockingDependents(owner.object).length === 0) {
      this.dropFinalizer(kind, owner.object, FOREGROUND);
    }
  }

  private blockingDependents(owner: KubeObject): readonly Dependent[] {
    const uid = owner.metadata.uid ?? '';
    return this.context.owners
      .dependentsOf(uid)
      .filter(({ stored }) =>
        stored.object.metadata.ownerReferences?.some(
          (reference) => reference.uid === uid && reference.blockOwnerDeletion === true,
        ),
      );
  }

  /** A dependent went away: an owner in foreground deletion may be able to finish. */
  private recheckOwners(dependent: KubeObject): void {
    for (const reference of dependent.metadata.ownerReferences ?? []) {
      const kind = this.context.kinds.ofObject(reference);
      if (kind === undefined) {
        continue;
      }
      const namespace = kind.namespaced ? dependent.metadata.namespace : undefined;
      const owner = this.context.store.get(kind, namespace, reference.name);
      if (owner?.object.metadata.finalizers?.includes(FOREGROUND)) {
        this.deleteBeforeOwner(kind, owner);
      }
    }
  }

  private orphanDependents(kind: ResourceKind, owner: StoredObject): void {
    const uid = owner.object.metadata.uid ?? '';
    for (const dependent of this.context.owners.dependentsOf(uid)) {
      const current = this.current(dependent.kind, dependent.stored.object);
      if (current !== undefined) {
        this.rewrite(dependent.kind, current, (object) => {
          object.metadata.ownerReferences = object.metadata.ownerReferences?.filter(
            (reference) => reference.uid !== uid,
          );
        });
      }
    }
    this.dropFinalizer(kind, owner.object, ORPHAN);
  }

  private dropFinalizer(kind: ResourceKind, object: KubeObject, finalizer: string): void {
    const current = this.current(kind, object);
    if (current === undefined) {
      return;
    }
    const left = (current.object.metadata.finalizers ?? []).filter((item) => item !== finalizer);
    const next = structuredClone(current.object);
    next.metadata.finalizers = left;
    if (left.length === 0 && kind.id !== 'namespaces') {
      delete next.metadata.finalizers;
      this.context.store.remove(kind, current, next);
      return;
    }
    this.context.store.replace(kind, current, next);
  }

  private emptyNamespace(name: string): void {
    for (const kind of this.context.kinds.all.filter((candidate) => candidate.namespaced)) {
      for (const stored of this.context.store.list(kind, name)) {
        if (stored.object.metadata.deletionTimestamp === undefined) {
          deleteObject(this.context, kind, stored, { propagation: 'Background' });
        }
      }
    }
    this.finishNamespace(name);
  }

  /** A namespace that is being deleted goes once nothing is left in it. */
  private finishNamespace(name: string): void {
    const namespaces = this.context.kinds.require('namespaces');
    const namespace = this.context.store.get(namespaces, undefined, name);
    if (
      namespace === undefined ||
      stringAt(namespace.object, 'status', 'phase') !== 'Terminating'
    ) {
      return;
    }
    const isEmpty = this.context.kinds.all.every(
      (kind) => !kind.namespaced || this.context.store.list(kind, name).length === 0,
    );
    if (isEmpty && (namespace.object.metadata.finalizers ?? []).length === 0) {
      this.context.store.remove(namespaces, namespace);
    }
  }

  private current(kind: ResourceKind, object: KubeObject): StoredObject | undefined {
    const { namespace, name, uid } = object.metadata;
    const stored = this.context.store.get(kind, namespace, name);
    return stored?.object.metadata.uid === uid ? stored : undefined;
  }

  private rewrite(
    kind: ResourceKind,
    stored: StoredObject,
    change: (object: KubeObject) => void,
  ): void {
    const next = structuredClone(stored.object);
    change(next);
    if (next.metadata.ownerReferences?.length === 0) {
      delete next.metadata.ownerReferences;
    }
    this.context.store.replace(kind, stored, next);
  }
}
