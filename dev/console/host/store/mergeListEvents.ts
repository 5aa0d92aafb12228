/**
 * Applies Kubernetes objects and watch events to a list of the SDK's store: an Immutable map from
 * `(namespace)-name` to the object as an Immutable value, which is how the SDK's hooks read it back.
 */
import { fromJS } from 'immutable';
import type { Map as ImmutableMap } from 'immutable';

export interface StoredObject {
  readonly metadata?: {
    readonly name?: string;
    readonly namespace?: string;
    readonly uid?: string;
    readonly resourceVersion?: string;
  };
}

export interface WatchEvent {
  readonly type: string;
  readonly object: StoredObject;
}

export type StoredList = ImmutableMap<string, ImmutableMap<string, unknown>>;

/** The key of an object in a stored list. */
export function storedKey({ metadata }: StoredObject): string {
  return `(${metadata?.namespace ?? ''})-${metadata?.name ?? ''}`;
}

function toStored(object: StoredObject) {
  return fromJS(object) as ImmutableMap<string, unknown>;
}

/** Whether `next` is the same object again or an older state of it; resource versions compare as numbers. */
function isOutdated(current: ImmutableMap<string, unknown> | undefined, next: StoredObject) {
  if (current?.getIn(['metadata', 'uid']) !== next.metadata?.uid) return false;
  const stored = Number(current?.getIn(['metadata', 'resourceVersion']));
  return stored >= Number(next.metadata?.resourceVersion);
}

/** Adds a page of a list; an object that a watch has already brought in a newer state stays. */
export function addToList(list: StoredList, objects: readonly StoredObject[]): StoredList {
  return list.withMutations((draft) => {
    for (const object of objects) {
      const key = storedKey(object);
      if (!isOutdated(draft.get(key), object)) draft.set(key, toStored(object));
    }
  });
}

/** A list read anew: what is not in it any more goes, what has not changed keeps its reference. */
export function replaceList(list: StoredList, objects: readonly StoredObject[]): StoredList {
  const keep = new Set(objects.map(storedKey));
  return addToList(list.filter((_, key) => keep.has(key ?? '')).toMap(), objects);
}

/** Applies watch events in order. Bookmarks and errors carry no object and are passed over. */
export function applyEvents(list: StoredList, events: readonly WatchEvent[]): StoredList {
  return list.withMutations((draft) => {
    for (const { type, object } of events) {
      if (type === 'DELETED') draft.delete(storedKey(object));
      if (type !== 'ADDED' && type !== 'MODIFIED') continue;
      const key = storedKey(object);
      if (!isOutdated(draft.get(key), object)) draft.set(key, toStored(object));
    }
  });
}
