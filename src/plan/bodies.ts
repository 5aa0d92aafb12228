/**
 * The objects the wizard writes, exactly as the flows of the domain reference give them:
 * D.1 (dedicated NIC with its own OVS bridge), D.2 and D.3 (mapping onto a bridge that exists),
 * and the NAD of an OVN localnet network. Removal documents follow B.7.
 */
import type { KubeObject } from '../cluster/kubeObject';
import type { IpAddress, IpStack } from '../cluster/interfaceRecord';
import { ownershipLabels } from './model';
import type { NicBefore } from './nicBefore';

const NMSTATE = 'nmstate.io/v1';

export interface BridgePlan {
  readonly bridge: string;
  readonly nic: string;
  /** Bytes; undefined leaves the NIC's MTU alone. */
  readonly mtu?: number;
  readonly localnet: string;
}

const noAddresses = { ipv4: { enabled: false }, ipv6: { enabled: false } };

/** Desired state of a new OVS bridge on a free NIC, with its mapping, in one document (D.1). */
export const bridgeDesiredState = (plan: BridgePlan): KubeObject => ({
  interfaces: [
    {
      name: plan.nic,
      type: 'ethernet',
      state: 'up',
      ...(plan.mtu === undefined ? {} : { mtu: plan.mtu }),
      ...noAddresses,
    },
    {
      name: plan.bridge,
      description: `OVS bridge for VM traffic, uplink ${plan.nic}, all VLANs`,
      type: 'ovs-bridge',
      state: 'up',
      bridge: {
        'allow-extra-patch-ports': true,
        options: { stp: false, 'mcast-snooping-enable': true },
        port: [{ name: plan.nic }, { name: plan.bridge }],
      },
    },
    { name: plan.bridge, type: 'ovs-interface', state: 'up', ...noAddresses },
  ],
  ovn: {
    'bridge-mappings': [{ localnet: plan.localnet, bridge: plan.bridge, state: 'present' }],
  },
});

/** Mapping only: no interface is touched (D.2). */
export const mappingDesiredState = (localnet: string, bridge: string): KubeObject => ({
  ovn: { 'bridge-mappings': [{ localnet, bridge, state: 'present' }] },
});

const stackBefore = (stack: IpStack | undefined): KubeObject => {
  if (stack === undefined || !stack.enabled) return { enabled: false };
  if (stack.dhcp) return { enabled: true, dhcp: true };
  const address = stack.addresses
    .filter(isRoutable)
    .map((entry) => ({ ip: entry.ip, 'prefix-length': entry.prefix }));
  return address.length === 0 ? { enabled: false } : { enabled: true, address };
};

const isRoutable = (address: IpAddress): boolean => !address.ip.toLowerCase().startsWith('fe80:');

/**
 * Takes bridge and mapping away and gives the NIC back as it was: a port freed from a deleted
 * bridge stays down and without addresses unless it is described (B.7).
 */
export const bridgeRemoval = (plan: BridgePlan, nic: NicBefore): KubeObject => ({
  interfaces: [
    { name: plan.bridge, type: 'ovs-interface', state: 'absent' },
    { name: plan.bridge, type: 'ovs-bridge', state: 'absent' },
    {
      name: plan.nic,
      type: 'ethernet',
      state: nic.state === 'down' ? 'down' : 'up',
      ...(nic.mtu === undefined ? {} : { mtu: nic.mtu }),
      ipv4: stackBefore(nic.ipv4),
      ipv6: stackBefore(nic.ipv6),
    },
  ],
  ovn: { 'bridge-mappings': [{ localnet: plan.localnet, state: 'absent' }] },
});

export const mappingRemoval = (localnet: string): KubeObject => ({
  ovn: { 'bridge-mappings': [{ localnet, state: 'absent' }] },
});

export interface PolicyPlan {
  readonly name: string;
  readonly jobId: string;
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly desiredState: KubeObject;
  /** Interfaces change: one node at a time. */
  readonly maxUnavailable?: number;
}

export const policyBody = (plan: PolicyPlan): KubeObject => ({
  apiVersion: NMSTATE,
  kind: 'NodeNetworkConfigurationPolicy',
  metadata: { name: plan.name, labels: ownershipLabels(plan.jobId) },
  spec: {
    ...(Object.keys(plan.nodeSelector).length === 0 ? {} : { nodeSelector: plan.nodeSelector }),
    ...(plan.maxUnavailable === undefined ? {} : { maxUnavailable: plan.maxUnavailable }),
    desiredState: plan.desiredState,
  },
});

export interface LocalnetNadPlan {
  readonly namespace: string;
  readonly name: string;
  readonly jobId: string;
  readonly networkName: string;
  /** Bridge-mapping key; left out of the config when it equals the network name. */
  readonly physicalName: string;
  readonly vlan?: number;
  /** Bytes. */
  readonly mtu: number;
}

/** The CNI configuration of an OVN localnet network, keys in the order the docs use. */
export const localnetConfig = (plan: LocalnetNadPlan): KubeObject => ({
  cniVersion: '0.4.0',
  name: plan.networkName,
  type: 'ovn-k8s-cni-overlay',
  topology: 'localnet',
  ...(plan.physicalName === plan.networkName ? {} : { physicalNetworkName: plan.physicalName }),
  netAttachDefName: `${plan.namespace}/${plan.name}`,
  ...(plan.vlan === undefined ? {} : { vlanID: plan.vlan }),
  mtu: plan.mtu,
});

/** A NAD around a CNI configuration. */
export const nadBody = (
  namespace: string,
  name: string,
  jobId: string,
  config: KubeObject,
): KubeObject => ({
  apiVersion: 'k8s.cni.cncf.io/v1',
  kind: 'NetworkAttachmentDefinition',
  metadata: { name, namespace, labels: ownershipLabels(jobId) },
  spec: { config: JSON.stringify(config, null, 2) },
});
