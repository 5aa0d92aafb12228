/**
 * The events of one object, read when somebody looks at it: the cluster's events are too many to watch
 * for everybody (rulings: events are fetched only for the object in question).
 */
import type { EventRecord } from '../cluster/clusterRecords';
import { readEvent } from '../cluster/readEvent';
import { listObjects } from './apiClient';

const EVENTS = { apiVersion: 'v1', plural: 'events' };

/** Events of cluster-scoped objects are kept in this namespace. */
const CLUSTER_EVENTS = 'default';

/** What an event is about. */
export interface EventSubject {
  readonly kind: string;
  /** Empty for cluster-scoped kinds. */
  readonly namespace: string;
  readonly name: string;
}

/** In the API's order. @throws ApiError where they may not or cannot be read */
export const objectEvents = async (
  { kind, namespace, name }: EventSubject,
  signal?: AbortSignal,
): Promise<readonly EventRecord[]> => {
  const fieldSelector = `involvedObject.kind=${kind},involvedObject.name=${name}`;
  const found = await listObjects(EVENTS, namespace || CLUSTER_EVENTS, { fieldSelector }, signal);
  return found.flatMap((event) => readEvent(event) ?? []);
};
