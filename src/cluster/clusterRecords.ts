/**
 * The few cluster-wide objects and helpers' objects that checks read: namespaces, the cluster
 * network configuration, NMState, KubeVirt, network policies, and (in dumps) launcher pods,
 * events and daemon sets. A.8; rulings 4.
 */
import type { Condition } from './condition';
import type { LabelSelector } from './labelSelector';
import type { Meta } from './meta';

export interface NamespaceRecord {
  readonly kind: 'namespace';
  readonly meta: Meta;
  readonly phase: string;
}

/** config.openshift.io/v1 Network `cluster`; `status` preferred over `spec`. */
export interface ClusterNetworkRecord {
  readonly kind: 'clusterNetwork';
  readonly meta: Meta;
  readonly networkType: string;
  readonly clusterNetworks: readonly { readonly cidr: string; readonly hostPrefix?: number }[];
  readonly serviceNetworks: readonly string[];
  /** Overlay MTU in bytes. */
  readonly mtu?: number;
  readonly mtuMigrating: boolean;
}

/** operator.openshift.io/v1 Network `cluster`. */
export interface OperatorNetworkRecord {
  readonly kind: 'operatorNetwork';
  readonly meta: Meta;
  readonly useMultiNetworkPolicy?: boolean;
  readonly routingViaHost: boolean;
  readonly joinSubnet: string;
  readonly transitSubnet: string;
}

/** config.openshift.io/v1 ClusterVersion `version`. */
export interface ClusterVersionRecord {
  readonly kind: 'clusterVersion';
  readonly meta: Meta;
  /** Of the last completed update; '' when not stated. */
  readonly version: string;
}

export interface NmstateRecord {
  readonly kind: 'nmstate';
  readonly meta: Meta;
  /** Labels of the nodes that get a handler; none for all nodes. */
  readonly nodeSelector: Readonly<Record<string, string>>;
}

export interface KubeVirtRecord {
  readonly kind: 'kubevirt';
  readonly meta: Meta;
  readonly observedVersion: string;
  /** Cluster default eviction strategy; '' when not stated. */
  readonly evictionStrategy: string;
  readonly rolloutStrategy: string;
  readonly featureGates: readonly string[];
}

export interface MultiNetworkPolicyRecord {
  readonly kind: 'multiNetworkPolicy';
  readonly meta: Meta;
  /** NAD references of the `policy-for` annotation, as written. */
  readonly policyFor: readonly string[];
  /** A peer uses podSelector or namespaceSelector. */
  readonly selectsPods: boolean;
  readonly podSelector: LabelSelector;
}

export interface PodRecord {
  readonly kind: 'pod';
  readonly meta: Meta;
  readonly node: string;
  readonly phase: string;
  readonly conditions: readonly Condition[];
  /** All containers ready. */
  readonly ready: boolean;
  readonly restarts: number;
  /** Waiting reasons of containers, such as CrashLoopBackOff. */
  readonly waiting: readonly string[];
}

export interface EventRecord {
  readonly kind: 'event';
  readonly meta: Meta;
  readonly type: string;
  readonly reason: string;
  readonly message: string;
  readonly involved: {
    readonly kind: string;
    readonly namespace: string;
    readonly name: string;
    readonly uid: string;
  };
  /** Newest of lastTimestamp, eventTime and series, in milliseconds. */
  readonly at?: number;
}

export interface DaemonSetRecord {
  readonly kind: 'daemonSet';
  readonly meta: Meta;
  readonly desired: number;
  readonly ready: number;
}

/** v1 Service: only its selector, to see whether it targets a VM. */
export interface ServiceRecord {
  readonly kind: 'service';
  readonly meta: Meta;
  readonly selector: Readonly<Record<string, string>>;
}
