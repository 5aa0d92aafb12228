/**
 * The host's Redux store: the SDK's slices with thunk, handed to the SDK's store handler, which
 * `useAccessReview` reads outside React.
 */
import { Map as createMap } from 'immutable';
import { applyMiddleware, combineReducers, createStore } from 'redux';
import type { Store, UnknownAction } from 'redux';
import { thunk } from '../line/thunk';
import type { ThunkDispatch } from 'redux-thunk';
import storeHandler from '@openshift-console/dynamic-plugin-sdk/lib/app/storeHandler';
import type { CoreState } from '@openshift-console/dynamic-plugin-sdk/lib/app/redux-types';
import { k8sReducer } from './k8sReducer';
import type { HostState } from './hostState';

export type HostStore = Store<HostState> & {
  dispatch: ThunkDispatch<HostState, undefined, UnknownAction>;
};

type FlagsSlice = HostState['FLAGS'];

const setFlagType = 'dev-console/setFlag';

/** Action that gives a console flag its value; the plugin store learns of it by subscription. */
export function setFlag(flag: string, value: boolean) {
  return { type: setFlagType, flag, value };
}

function flagsReducer(flags: FlagsSlice | undefined, action: UnknownAction): FlagsSlice {
  const current = flags ?? createMap<string, boolean>();
  if (action.type !== setFlagType) return current;
  return current.set(String(action.flag), action.value === true);
}

/** Creates the store for the user named in the page's server flags. */
export function createHostStore(user: string): HostStore {
  const core: CoreState = { user: { username: user } };
  const store: HostStore = createStore(
    combineReducers({
      k8s: k8sReducer,
      FLAGS: flagsReducer,
      sdkCore: (slice: CoreState | undefined) => slice ?? core,
    }),
    undefined,
    applyMiddleware(thunk),
  );
  storeHandler.setStore(store);
  return store;
}
