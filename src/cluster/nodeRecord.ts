/** Node (v1) with the annotations OVN-Kubernetes writes on it. A.8. */
import type { Meta } from './meta';

export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** `k8s.ovn.org/l3-gateway-config`, network "default". */
export interface GatewayConfig {
  readonly mode: string;
  readonly bridgeId: string;
  readonly interfaceId: string;
  readonly mac: string;
  readonly ipAddresses: readonly string[];
  readonly nextHops: readonly string[];
  /** 0: untagged. */
  readonly vlanId: number;
}

export interface OvnNodeAnnotations {
  readonly subnets: Readonly<Record<string, readonly string[]>>;
  readonly gateway?: GatewayConfig;
  readonly chassisId?: string;
  readonly nodeId?: number;
  readonly primaryAddresses: readonly string[];
  readonly hostCidrs: readonly string[];
  readonly transitAddresses: readonly string[];
  readonly joinAddresses: readonly string[];
  readonly encapIps: readonly string[];
}

export interface NodeRecord {
  readonly kind: 'node';
  readonly meta: Meta;
  /** Undefined when the Ready condition is missing. */
  readonly ready?: boolean;
  readonly unschedulable: boolean;
  readonly taints: readonly Taint[];
  readonly internalIps: readonly string[];
  /** Only extended resources (names with a slash), value as a number ("1k" -> 1000). */
  readonly allocatable: Readonly<Record<string, number>>;
  readonly ovn: OvnNodeAnnotations;
}
