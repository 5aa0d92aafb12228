/** NodeNetworkConfigurationEnactment (nmstate.io/v1beta1): one policy on one node. A.2. */
import type { Condition } from './condition';
import type { DesiredState } from './desiredState';
import type { Meta } from './meta';

export interface EnactmentRecord {
  readonly kind: 'enactment';
  readonly meta: Meta;
  /** From the labels; the name may hold dots and must not be split. */
  readonly node: string;
  readonly policy: string;
  readonly policyGeneration: number;
  readonly conditions: readonly Condition[];
  /** `status.retryCount[policyGeneration]`. */
  readonly retryCount: number;
  /** Rendered document; kept only where captures made it differ from the policy's own. */
  readonly rendered?: DesiredState;
}
