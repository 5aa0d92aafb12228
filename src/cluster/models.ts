/**
 * Which kinds the product reads: how the API names each one and which reader turns it into a
 * record. A kind is added by adding a line here and its record to `RecordByKind`.
 */
import { readClusterNetwork, readOperatorNetwork } from './readClusterNetwork';
import { readClusterVersion } from './readClusterVersion';
import { readCudn } from './readCudn';
import { readEnactment } from './readEnactment';
import { readEvent } from './readEvent';
import { readMultiNetworkPolicy } from './readMultiNetworkPolicy';
import { readNad } from './readNad';
import { readNode } from './readNode';
import { readNodeState } from './readNodeState';
import {
  readDaemonSet,
  readKubeVirt,
  readNamespace,
  readNmstate,
  readService,
} from './readPlatformObjects';
import { readPod } from './readPod';
import { readPolicy } from './readPolicy';
import { readUdn } from './readUdn';
import { readVm } from './readVm';
import { readVmi } from './readVmi';
import type { KindKey, RecordByKind } from './snapshot';

export interface KindModel<K extends KindKey> {
  /** '' for the core group. */
  readonly apiGroup: string;
  /** The version to ask the API for; objects of any version of the group are read. */
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
  /** Other groups that serve the same kind. */
  readonly alsoIn?: readonly string[];
  /** Gives undefined for what has no name or is not our matter; never throws. */
  readonly read: (object: unknown) => RecordByKind[K] | undefined;
}

type Models = { readonly [K in KindKey]: KindModel<K> };

const NMSTATE = 'nmstate.io';
const OVN = 'k8s.ovn.org';
const CNI = 'k8s.cni.cncf.io';
const KUBEVIRT = 'kubevirt.io';

/** Common part of the two scopes; the kind's own facts are added on each line. */
const cluster = (apiGroup: string, version: string, kind: string, plural: string) => ({
  apiGroup,
  version,
  kind,
  plural,
  namespaced: false,
});

const namespaced = (apiGroup: string, version: string, kind: string, plural: string) => ({
  ...cluster(apiGroup, version, kind, plural),
  namespaced: true,
});

const policies = 'nodenetworkconfigurationpolicies';
const enactments = 'nodenetworkconfigurationenactments';
const nads = 'network-attachment-definitions';

export const MODELS: Models = {
  nodes: { ...cluster('', 'v1', 'Node', 'nodes'), read: readNode },
  namespaces: { ...cluster('', 'v1', 'Namespace', 'namespaces'), read: readNamespace },
  policies: {
    ...cluster(NMSTATE, 'v1', 'NodeNetworkConfigurationPolicy', policies),
    read: readPolicy,
  },
  enactments: {
    ...cluster(NMSTATE, 'v1beta1', 'NodeNetworkConfigurationEnactment', enactments),
    read: readEnactment,
  },
  nodeStates: {
    ...cluster(NMSTATE, 'v1beta1', 'NodeNetworkState', 'nodenetworkstates'),
    read: readNodeState,
  },
  nmstates: { ...cluster(NMSTATE, 'v1', 'NMState', 'nmstates'), read: readNmstate },
  nads: { ...namespaced(CNI, 'v1', 'NetworkAttachmentDefinition', nads), read: readNad },
  udns: { ...namespaced(OVN, 'v1', 'UserDefinedNetwork', 'userdefinednetworks'), read: readUdn },
  cudns: {
    ...cluster(OVN, 'v1', 'ClusterUserDefinedNetwork', 'clusteruserdefinednetworks'),
    read: readCudn,
  },
  vms: { ...namespaced(KUBEVIRT, 'v1', 'VirtualMachine', 'virtualmachines'), read: readVm },
  vmis: {
    ...namespaced(KUBEVIRT, 'v1', 'VirtualMachineInstance', 'virtualmachineinstances'),
    read: readVmi,
  },
  clusterNetworks: {
    ...cluster('config.openshift.io', 'v1', 'Network', 'networks'),
    read: readClusterNetwork,
  },
  clusterVersions: {
    ...cluster('config.openshift.io', 'v1', 'ClusterVersion', 'clusterversions'),
    read: readClusterVersion,
  },
  operatorNetworks: {
    ...cluster('operator.openshift.io', 'v1', 'Network', 'networks'),
    read: readOperatorNetwork,
  },
  kubevirts: { ...namespaced(KUBEVIRT, 'v1', 'KubeVirt', 'kubevirts'), read: readKubeVirt },
  multiNetworkPolicies: {
    ...namespaced(CNI, 'v1beta1', 'MultiNetworkPolicy', 'multi-networkpolicies'),
    read: readMultiNetworkPolicy,
  },
  pods: { ...namespaced('', 'v1', 'Pod', 'pods'), read: readPod },
  events: {
    ...namespaced('', 'v1', 'Event', 'events'),
    alsoIn: ['events.k8s.io'],
    read: readEvent,
  },
  daemonSets: { ...namespaced('apps', 'v1', 'DaemonSet', 'daemonsets'), read: readDaemonSet },
  services: { ...namespaced('', 'v1', 'Service', 'services'), read: readService },
};

export const KIND_KEYS = Object.keys(MODELS) as readonly KindKey[];

const kindIndex: ReadonlyMap<string, KindKey> = new Map(
  KIND_KEYS.flatMap((key) => {
    const model = MODELS[key];
    return [model.apiGroup, ...(model.alsoIn ?? [])].map((group): [string, KindKey] => [
      `${group}/${model.kind}`,
      key,
    ]);
  }),
);

/** The short name of a kind; undefined for a kind that the product does not read. */
export const kindOf = (apiVersion: string, kind: string): KindKey | undefined => {
  const slash = apiVersion.indexOf('/');
  const group = slash === -1 ? '' : apiVersion.slice(0, slash);
  return kindIndex.get(`${group}/${kind}`);
};
