/** NetworkAttachmentDefinition (k8s.cni.cncf.io/v1). A.4. */
import type { CniConfig } from './cniConfig';
import type { Meta } from './meta';

export interface NadRecord {
  readonly kind: 'nad';
  readonly meta: Meta;
  readonly config: CniConfig;
  /** `spec.config` as it stands. */
  readonly rawConfig: string;
  /** `k8s.v1.cni.cncf.io/resourceName`; '' when absent. */
  readonly resourceName: string;
  /** `k8s.ovn.org/network-name` and `network-id`: OVN-Kubernetes has accepted the NAD. */
  readonly ovnNetworkName?: string;
  readonly ovnNetworkId?: string;
  /** Label `k8s.ovn.org/user-defined-network`: made from a UDN or CUDN. */
  readonly generated: boolean;
}
