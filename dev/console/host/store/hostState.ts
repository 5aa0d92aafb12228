/**
 * What the host keeps in Redux: the slices that the SDK's hooks read by name (`k8s`, `FLAGS`, `sdkCore`).
 */
import type { Map as ImmutableMap } from 'immutable';
import type { CoreState } from '@openshift-console/dynamic-plugin-sdk/lib/app/redux-types';

/** `RESOURCES` holds the API models, every other key one watch: `{data, loaded, loadError}`. */
export type K8sSlice = ImmutableMap<string, unknown>;

export interface HostState {
  readonly k8s: K8sSlice;
  readonly FLAGS: ImmutableMap<string, boolean>;
  readonly sdkCore: CoreState;
}
