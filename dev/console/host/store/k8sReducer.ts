/**
 * The Redux slice that the SDK's watch hooks work on. The npm SDK ships the actions and the selectors but
 * not the reducer, which lives in the console; this one answers the same actions
 * (console-dynamic-plugin-sdk src/app/k8s/actions/k8s.ts).
 */
import { fromJS, Map as createMap } from 'immutable';
import { ActionType } from '@openshift-console/dynamic-plugin-sdk/lib/app/k8s/actions/k8s';
import { getReferenceForModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { UnknownAction } from 'redux';
import { addToList, applyEvents, replaceList } from './mergeListEvents';
import type { StoredList, StoredObject, WatchEvent } from './mergeListEvents';
import type { K8sSlice } from './hostState';

interface K8sPayload {
  readonly id: string;
  readonly query: unknown;
  readonly k8sObjects: unknown;
  readonly name: string;
  readonly value: unknown;
  readonly resources: { readonly models: readonly K8sModel[] };
}

const emptyList: StoredList = createMap<string, never>();

const initialSlice: K8sSlice = createMap<string, unknown>({
  RESOURCES: createMap<string, unknown>({ models: createMap(), inFlight: false, loaded: false }),
});

function listOf(slice: K8sSlice, id: string): StoredList {
  return (slice.getIn([id, 'data']) as StoredList | undefined) ?? emptyList;
}

/** A list or object arrived: data in, error out. A watch that has been stopped meanwhile stays gone. */
function settle(slice: K8sSlice, id: string, data: unknown): K8sSlice {
  if (!slice.has(id)) return slice;
  return slice.mergeIn([id], { loaded: true, loadError: '' }).setIn([id, 'data'], data);
}

function receiveModels(slice: K8sSlice, models: readonly K8sModel[]): K8sSlice {
  const byReference = createMap<string, K8sModel>(
    models.map((model) => [getReferenceForModel(model), model] as [string, K8sModel]),
  );
  return slice
    .setIn(['RESOURCES', 'models'], byReference)
    .setIn(['RESOURCES', 'inFlight'], false)
    .setIn(['RESOURCES', 'loaded'], true);
}

/** What each action of the SDK does to the slice. */
const handlers: Record<ActionType, (slice: K8sSlice, payload: K8sPayload) => K8sSlice> = {
  [ActionType.GetResourcesInFlight]: (slice) => slice.setIn(['RESOURCES', 'inFlight'], true),
  [ActionType.ReceivedResources]: (slice, { resources }) => receiveModels(slice, resources.models),
  [ActionType.StartWatchK8sObject]: (slice, { id }) =>
    slice.set(id, createMap({ data: createMap(), loaded: false, loadError: '' })),
  [ActionType.StartWatchK8sList]: (slice, { id, query }) =>
    slice.set(
      id,
      createMap({ data: createMap(), loaded: false, loadError: '', filters: createMap(), query }),
    ),
  [ActionType.ModifyObject]: (slice, { id, k8sObjects }) => settle(slice, id, fromJS(k8sObjects)),
  [ActionType.StopWatchK8s]: (slice, { id }) => slice.delete(id),
  [ActionType.Errored]: (slice, { id, k8sObjects }) =>
    slice.has(id) ? slice.setIn([id, 'loadError'], k8sObjects) : slice,
  [ActionType.Loaded]: (slice, { id, k8sObjects }) =>
    settle(slice, id, replaceList(listOf(slice, id), k8sObjects as StoredObject[])),
  [ActionType.BulkAddToList]: (slice, { id, k8sObjects }) =>
    settle(slice, id, addToList(listOf(slice, id), k8sObjects as StoredObject[])),
  [ActionType.UpdateListFromWS]: (slice, { id, k8sObjects }) =>
    slice.has(id)
      ? slice.setIn([id, 'data'], applyEvents(listOf(slice, id), k8sObjects as WatchEvent[]))
      : slice,
  [ActionType.FilterList]: (slice, { id, name, value }) =>
    slice.setIn([id, 'filters', name], value),
};

function isK8sAction(action: UnknownAction): action is UnknownAction & { type: ActionType } {
  return Object.hasOwn(handlers, action.type);
}

/** The reducer of the `k8s` slice. Actions that are not the SDK's leave it as it is. */
export function k8sReducer(slice: K8sSlice | undefined, action: UnknownAction): K8sSlice {
  const current = slice ?? initialSlice;
  if (!isK8sAction(action)) return current;
  return handlers[action.type](current, (action.payload ?? {}) as K8sPayload);
}
