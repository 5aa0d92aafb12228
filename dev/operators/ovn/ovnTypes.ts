/**
 * The resources OVN-Kubernetes and Multus read: NetworkAttachmentDefinition, UserDefinedNetwork,
 * ClusterUserDefinedNetwork, and the CNI configuration inside a NAD.
 * Source: ovn-kubernetes go-controller/pkg/cni/types/types.go, pkg/crd/userdefinednetwork/v1.
 */
import type { KubeObject } from '../../api-server/kubeObject';
import type { LabelSelector } from '../labels';
import type { Condition } from '../nmstateTypes';

export const OVN_TYPE = 'ovn-k8s-cni-overlay';
export const NETWORK_NAME = 'k8s.ovn.org/network-name';
export const NETWORK_ID = 'k8s.ovn.org/network-id';
export const GENERATED_LABEL = 'k8s.ovn.org/user-defined-network';
export const PROTECTION = 'k8s.ovn.org/user-defined-network-protection';
export const PRIMARY_LABEL = 'k8s.ovn.org/primary-user-defined-network';

export interface Nad extends KubeObject {
  spec?: { config?: string };
}

/** The network part of an `ovn-k8s-cni-overlay` configuration, as far as it matters here. */
export interface OvnConfig {
  name: string;
  topology: string;
  netAttachDefName: string;
  role?: string;
  mtu?: number;
  vlanID?: number;
  physicalNetworkName?: string;
  subnets?: string;
  excludeSubnets?: string;
  allowPersistentIPs?: boolean;
}

export interface Layer2Spec {
  role: string;
  mtu?: number;
  subnets?: string[];
  joinSubnets?: string[];
  ipam?: { mode?: string; lifecycle?: string };
}

export interface Layer3Spec {
  role: string;
  mtu?: number;
  subnets?: { cidr: string; hostSubnet?: number }[];
}

export interface LocalnetSpec {
  role: string;
  physicalNetworkName: string;
  mtu?: number;
  vlan?: { mode: string; access?: { id: number } };
  subnets?: string[];
  excludeSubnets?: string[];
  ipam?: { mode?: string; lifecycle?: string };
}

export interface NetworkSpec {
  topology: string;
  localnet?: LocalnetSpec;
  layer2?: Layer2Spec;
  layer3?: Layer3Spec;
}

export interface Cudn extends KubeObject {
  spec?: { namespaceSelector?: LabelSelector; network?: NetworkSpec };
  status?: { conditions?: Condition[] };
}

export interface Udn extends KubeObject {
  spec?: NetworkSpec;
  status?: { conditions?: Condition[] };
}

export interface NamespaceObject extends KubeObject {
  status?: { phase?: string };
}
