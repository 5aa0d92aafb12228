/**
 * The objects the wizard writes, exactly as the flows of the domain reference, part D, give them:
 * policy, NAD (OVN localnet, OVN layer2, bridge CNI), ClusterUserDefinedNetwork and
 * UserDefinedNetwork. What a policy asks of the nodes stands in desiredStates.ts.
 */
import type { KubeObject } from '../cluster/kubeObject';
import type { Addressing, VlanRange } from './attachIntent';
import { ownershipLabels } from './model';

export interface PolicyPlan {
  readonly name: string;
  readonly jobId: string;
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly desiredState: KubeObject;
  /** Interfaces change: one node at a time. */
  readonly maxUnavailable?: number;
}

export const policyBody = (plan: PolicyPlan): KubeObject => ({
  apiVersion: 'nmstate.io/v1',
  kind: 'NodeNetworkConfigurationPolicy',
  metadata: { name: plan.name, labels: ownershipLabels(plan.jobId) },
  spec: {
    ...(Object.keys(plan.nodeSelector).length === 0 ? {} : { nodeSelector: plan.nodeSelector }),
    ...(plan.maxUnavailable === undefined ? {} : { maxUnavailable: plan.maxUnavailable }),
    desiredState: plan.desiredState,
  },
});

/** The parts of an OVN network that all its NADs share. */
export interface OvnNadPlan {
  /** `namespace/name` of the NAD. */
  readonly nad: string;
  readonly networkName: string;
  readonly addressing: Addressing;
}

export interface LocalnetNadPlan extends OvnNadPlan {
  /** Bridge-mapping key; left out of the config when it equals the network name. */
  readonly physicalName: string;
  readonly vlan?: number;
  /** Bytes. */
  readonly mtu: number;
}

/** Addresses out of subnets, kept by a VM over restarts and migrations; nothing for `outside`. */
const nadSubnets = (addressing: Addressing): KubeObject =>
  addressing.type === 'outside'
    ? {}
    : { subnets: addressing.subnets.join(','), allowPersistentIPs: true };

/** The CNI configuration of an OVN localnet network, keys in the order the docs use (D.1). */
export const localnetConfig = (plan: LocalnetNadPlan): KubeObject => ({
  cniVersion: '0.4.0',
  name: plan.networkName,
  type: 'ovn-k8s-cni-overlay',
  topology: 'localnet',
  ...(plan.physicalName === plan.networkName ? {} : { physicalNetworkName: plan.physicalName }),
  netAttachDefName: plan.nad,
  ...(plan.vlan === undefined ? {} : { vlanID: plan.vlan }),
  mtu: plan.mtu,
  ...nadSubnets(plan.addressing),
});

/** The CNI configuration of an overlay (D.7); without `mtu` OVN-Kubernetes takes the cluster's. */
export const layer2Config = (plan: OvnNadPlan & { readonly mtu?: number }): KubeObject => ({
  cniVersion: '0.3.1',
  name: plan.networkName,
  type: 'ovn-k8s-cni-overlay',
  topology: 'layer2',
  ...(plan.mtu === undefined ? {} : { mtu: plan.mtu }),
  netAttachDefName: plan.nad,
  ...nadSubnets(plan.addressing),
});

export interface BridgeNadPlan {
  readonly name: string;
  readonly bridge: string;
  readonly vlan?: number;
  readonly guestVlans?: readonly VlanRange[];
  /** Bytes; undefined leaves it to the bridge. */
  readonly mtu?: number;
}

/** VLANs of a trunk as the bridge CNI takes them (A.4.4). */
export const vlanTrunk = (ranges: readonly VlanRange[]): readonly KubeObject[] =>
  ranges.map(({ min, max }) => ({ minID: min, maxID: max }));

/** The CNI configuration of a NIC on a Linux bridge (D.5); a trunk for guests that tag. */
export const bridgeConfig = (plan: BridgeNadPlan): KubeObject => ({
  cniVersion: '0.3.1',
  name: plan.name,
  type: 'bridge',
  bridge: plan.bridge,
  ...(plan.vlan === undefined ? {} : { vlan: plan.vlan }),
  ...(plan.guestVlans === undefined ? {} : { vlanTrunk: vlanTrunk(plan.guestVlans) }),
  ...(plan.mtu === undefined ? {} : { mtu: plan.mtu }),
  macspoofchk: true,
  preserveDefaultVlan: false,
  disableContainerInterface: true,
});

export const RESOURCE_NAME = 'k8s.v1.cni.cncf.io/resourceName';

/** The resource under which nodes offer a Linux bridge to the scheduler (bridge-marker). */
export const bridgeResource = (bridge: string): string => `bridge.network.kubevirt.io/${bridge}`;

/** A NAD around a CNI configuration. */
export const nadBody = (
  namespace: string,
  name: string,
  jobId: string,
  config: KubeObject,
  annotations?: Readonly<Record<string, string>>,
): KubeObject => ({
  apiVersion: 'k8s.cni.cncf.io/v1',
  kind: 'NetworkAttachmentDefinition',
  metadata: {
    name,
    namespace,
    labels: ownershipLabels(jobId),
    ...(annotations === undefined ? {} : { annotations }),
  },
  spec: { config: JSON.stringify(config, null, 2) },
});

export interface CudnPlan {
  readonly name: string;
  readonly jobId: string;
  readonly matchLabels: Readonly<Record<string, string>>;
  readonly physicalName: string;
  readonly vlan?: number;
  /** Bytes. */
  readonly mtu: number;
  readonly addressing: Addressing;
}

const ipam = (addressing: Addressing): KubeObject =>
  addressing.type === 'outside'
    ? { ipam: { mode: 'Disabled' } }
    : { subnets: addressing.subnets, ipam: { mode: 'Enabled', lifecycle: 'Persistent' } };

/** A localnet network for all namespaces with these labels (D.6). */
export const cudnBody = (plan: CudnPlan): KubeObject => ({
  apiVersion: 'k8s.ovn.org/v1',
  kind: 'ClusterUserDefinedNetwork',
  metadata: { name: plan.name, labels: ownershipLabels(plan.jobId) },
  spec: {
    namespaceSelector: { matchLabels: plan.matchLabels },
    network: {
      topology: 'Localnet',
      localnet: {
        role: 'Secondary',
        physicalNetworkName: plan.physicalName,
        ...ipam(plan.addressing),
        mtu: plan.mtu,
        ...(plan.vlan === undefined ? {} : { vlan: { mode: 'Access', access: { id: plan.vlan } } }),
      },
    },
  },
});

export interface UdnPlan {
  readonly name: string;
  readonly namespace: string;
  readonly jobId: string;
  /** Bytes; undefined takes the cluster's overlay MTU. */
  readonly mtu?: number;
  readonly addressing: Addressing;
}

/** An overlay of one project, which its editor may make (D.7). */
export const udnBody = (plan: UdnPlan): KubeObject => ({
  apiVersion: 'k8s.ovn.org/v1',
  kind: 'UserDefinedNetwork',
  metadata: {
    name: plan.name,
    namespace: plan.namespace,
    labels: ownershipLabels(plan.jobId),
  },
  spec: {
    topology: 'Layer2',
    layer2: {
      role: 'Secondary',
      ...(plan.mtu === undefined ? {} : { mtu: plan.mtu }),
      ...ipam(plan.addressing),
    },
  },
});
