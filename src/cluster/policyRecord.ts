/** NodeNetworkConfigurationPolicy (nmstate.io/v1). Source: kubernetes-nmstate api/shared; A.1. */
import type { Condition } from './condition';
import type { DesiredState } from './desiredState';
import type { Meta } from './meta';

export interface PolicyRecord {
  readonly kind: 'policy';
  readonly meta: Meta;
  /** Equality pairs; an empty map selects all nodes. */
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly nodeSelectorStated: boolean;
  readonly usesCapture: boolean;
  /** Paths that capture expressions set, as in `interfaces.mtu := 9000`. */
  readonly captureSets: readonly string[];
  /** As written: an integer or "N%"; undefined when absent (the operator then uses 50%). */
  readonly maxUnavailable?: string;
  readonly desired: DesiredState;
  readonly conditions: readonly Condition[];
  /** `status.unavailableNodeCountMap[generation]`, else the older `unavailableNodeCount`. */
  readonly unavailableNodeCount?: number;
}
