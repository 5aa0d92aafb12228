/** UserDefinedNetwork and ClusterUserDefinedNetwork (k8s.ovn.org/v1). A.5, A.6. */
import type { Condition } from './condition';
import type { LabelSelector } from './labelSelector';
import type { Meta } from './meta';

export interface UdnNetwork {
  /** Localnet, Layer2, Layer3; '' when absent. */
  readonly topology: string;
  /** Primary or Secondary; '' when absent. */
  readonly role: string;
  readonly physicalNetworkName: string;
  readonly vlanId?: number;
  readonly mtu?: number;
  readonly subnets: readonly string[];
  readonly excludeSubnets: readonly string[];
  /** Enabled is the API's default when `ipam.mode` is not written. */
  readonly ipamMode: 'Enabled' | 'Disabled';
  readonly ipamLifecycle: string;
}

export interface UdnRecord {
  readonly kind: 'udn';
  readonly meta: Meta;
  readonly network: UdnNetwork;
  readonly conditions: readonly Condition[];
}

export interface CudnRecord {
  readonly kind: 'cudn';
  readonly meta: Meta;
  readonly namespaceSelector: LabelSelector;
  readonly network: UdnNetwork;
  readonly conditions: readonly Condition[];
}
