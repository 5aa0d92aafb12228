/**
 * The storage of the server: one map per kind, one counter that gives every write its
 * resourceVersion, and a window of past events from which watches resume. Reading and writing are
 * plain calls; everything that Kubernetes says about an object (validation, generation, finalizers)
 * happens above, in verbs/. The behaviour copied is that of etcd behind the watch cache.
 */
import type { KubeObject } from '../kubeObject';
import type { ResourceKind } from '../kinds/resourceKind';
import { StoredKind } from './StoredKind';
import { StoredObject, objectKey } from './StoredObject';

export interface StoreEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly kind: ResourceKind;
  /** The object after the write; of a deletion, its last state with the deletion's revision. */
  readonly stored: StoredObject;
  readonly previous?: StoredObject;
}

type StoreListener = (event: StoreEvent) => void;

const DEFAULT_WINDOW = 10_000;

export class ObjectStore {
  private readonly kinds = new Map<string, StoredKind>();
  private readonly listeners = new Map<string, Set<StoreListener>>();
  private events: StoreEvent[] = [];
  private counter = 0;
  private compacted = 0;

  /** `window` is how many past events are kept for watches that resume. */
  constructor(private readonly window: number = DEFAULT_WINDOW) {}

  /** The resourceVersion of the latest write. */
  get revision(): number {
    return this.counter;
  }

  /** Watches and continued lists older than this revision get 410 Gone. */
  get compactedRevision(): number {
    return this.compacted;
  }

  get(kind: ResourceKind, namespace: string | undefined, name: string): StoredObject | undefined {
    return this.kinds.get(kind.id)?.get(objectKey(kind.namespaced ? namespace : undefined, name));
  }

  /** Objects of a kind ordered by key, of one namespace when one is given. */
  list(kind: ResourceKind, namespace?: string): readonly StoredObject[] {
    const stored = this.kindOf(kind);
    return namespace === undefined || namespace === ''
      ? stored.all()
      : stored.inNamespace(namespace);
  }

  /** Writes a new object under the next resourceVersion. The store takes the object over. */
  insert(kind: ResourceKind, object: KubeObject): StoredObject {
    const stored = this.next(object);
    this.kindOf(kind).set(stored);
    this.emit({ type: 'ADDED', kind, stored });
    return stored;
  }

  /** Writes the next version of a stored object. */
  replace(kind: ResourceKind, previous: StoredObject, object: KubeObject): StoredObject {
    const stored = this.next(object);
    this.kindOf(kind).set(stored);
    this.emit({ type: 'MODIFIED', kind, stored, previous });
    previous.forgetText();
    return stored;
  }

  /** Removes an object; the event carries `lastState`, or the state that was stored. */
  remove(kind: ResourceKind, previous: StoredObject, lastState?: KubeObject): StoredObject {
    const stored = this.next(structuredClone(lastState ?? previous.object));
    this.kindOf(kind).delete(previous.key);
    this.emit({ type: 'DELETED', kind, stored, previous });
    previous.forgetText();
    return stored;
  }

  /**
   * Events of a kind after `revision`, oldest first, or 'compacted' when the window no longer
   * reaches back that far.
   */
  eventsAfter(kind: ResourceKind, revision: number): readonly StoreEvent[] | 'compacted' {
    if (revision < this.compacted) {
      return 'compacted';
    }
    return this.events.filter(
      (event) => event.kind.id === kind.id && event.stored.revision > revision,
    );
  }

  /** Calls `listener` after every write of the kind ('*' for all kinds); returns the way out. */
  subscribe(kindId: string, listener: StoreListener): () => void {
    const set = this.listeners.get(kindId) ?? new Set();
    this.listeners.set(kindId, set);
    set.add(listener);
    return () => set.delete(listener);
  }

  /** Forgets all past events, as etcd's compaction does: older resourceVersions are gone. */
  compact(): void {
    this.events = [];
    this.compacted = this.counter;
  }

  private kindOf(kind: ResourceKind): StoredKind {
    const found = this.kinds.get(kind.id) ?? new StoredKind();
    this.kinds.set(kind.id, found);
    return found;
  }

  private next(object: KubeObject): StoredObject {
    this.counter += 1;
    object.metadata.resourceVersion = String(this.counter);
    const { namespace, name } = object.metadata;
    return new StoredObject(objectKey(namespace, name), object, this.counter);
  }

  private emit(event: StoreEvent): void {
    this.events.push(event);
    if (this.events.length > this.window * 2) {
      const dropped = this.events.splice(0, this.events.length - this.window);
      this.compacted = dropped[dropped.length - 1]?.stored.revision ?? this.compacted;
    }
    // Copies: a listener may unsubscribe, or write and so emit again, while it is called.
    for (const listener of [...(this.listeners.get(event.kind.id) ?? [])]) {
      listener(event);
    }
    for (const listener of [...(this.listeners.get('*') ?? [])]) {
      listener(event);
    }
  }
}
