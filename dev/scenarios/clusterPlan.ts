/**
 * A cluster as a scenario writes it down: what the nodes have before any policy is applied, the
 * documents people wrote (policies, NADs, VMs, namespaces) and where the VMs run. `settleCluster`
 * turns it into the objects such a cluster would have once every operator is done.
 */
import type { KubeObject } from '../api-server/kubeObject';

/** The switch port a NIC is plugged into, as LLDP tells it. */
export interface SwitchPortPlan {
  system: string;
  chassis: string;
  port: string;
  /** Tagged VLANs the port carries. The native VLAN is not part of what LLDP tells. */
  vlans: readonly number[];
  /** Whole frame, header and checksum included; bytes. */
  maxFrame?: number;
  /** Whether LLDP is switched on for the NIC, so that NodeNetworkState shows the neighbour. */
  heard: boolean;
}

export interface NicPlan {
  name: string;
  state?: 'up' | 'down';
  /** Mbit/s; left out for a NIC without link. */
  speed?: number;
  mtu?: number;
  driver?: string;
  /** `ip/prefix` */
  address?: string;
  switchPort?: SwitchPortPlan;
  /** Virtual functions of an SR-IOV NIC. */
  virtualFunctions?: number;
}

export interface BondPlan {
  name: string;
  mode: string;
  members: readonly string[];
}

export interface VlanPlan {
  name: string;
  base: string;
  id: number;
}

export interface NodePlan {
  name: string;
  role: 'control-plane' | 'worker';
  /** OVN node id: small, distinct, at least 2. */
  id: number;
  /** Address in the machine network. */
  ip: string;
  nics: readonly NicPlan[];
  /** Bonds and VLAN interfaces made at install time, not by a policy. */
  bonds?: readonly BondPlan[];
  vlans?: readonly VlanPlan[];
  /** The interface under br-ex: a NIC, bond or VLAN interface. */
  uplink: string;
  labels?: Readonly<Record<string, string>>;
  /** Extended resources of device plugins. */
  resources?: Readonly<Record<string, string>>;
  /** Veths of ordinary pods that NodeNetworkState happens to show. */
  podVeths?: number;
}

export interface ClusterPlan {
  nodes: readonly NodePlan[];
  documents: readonly KubeObject[];
  /** Machine network: prefix length and default gateway. */
  machineNetwork: { prefix: number; gateway: string };
  /** Node by `<namespace>/<vm>`, for VMs that are meant to run. */
  placement: Readonly<Record<string, string>>;
  /** What the guest agent says: address by `<namespace>/<vm>/<network>`. */
  addresses?: Readonly<Record<string, string>>;
  /** Whether running VMs have their virt-launcher pods among the objects; they do by default. */
  launcherPods?: 'present' | 'left out';
  /** API groups this cluster lacks, such as `nmstate.io`. */
  without?: readonly string[];
}

/** Overlay MTU of the cluster network: 1500 less Geneve. */
export const CLUSTER_MTU = 1400;
