/** NodeNetworkState (nmstate.io/v1beta1): what nmstate sees on a node. A.3. */
import type { InterfaceRecord } from './interfaceRecord';
import type { Meta } from './meta';

export interface BridgeMapping {
  readonly localnet: string;
  readonly bridge: string;
}

export interface RunningRoute {
  readonly destination: string;
  readonly nextHopAddress: string;
  readonly nextHopInterface: string;
  readonly tableId?: number;
}

export interface NodeStateRecord {
  readonly kind: 'nodeState';
  readonly meta: Meta;
  /** False when `status.currentState` is missing or is no object. */
  readonly hasState: boolean;
  readonly interfaces: readonly InterfaceRecord[];
  /** Undefined: the operator is too old to report mappings, which is not "none" (A.3.1). */
  readonly mappings?: readonly BridgeMapping[];
  readonly routes: readonly RunningRoute[];
  /** Milliseconds since the epoch; an old value is normal (A.3.4). */
  readonly updatedAt?: number;
  readonly nmstateVersion: string;
  /** Length of the object as JSON, in characters; only measured above 400 interfaces. */
  readonly jsonSize?: number;
}
