/** The kinds of the snapshot as a person calls them. */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { KindKey } from '../../cluster/snapshot';

/** Every kind that a check reads. */
export const KIND_NAMES: Readonly<Record<KindKey, Text>> = {
  nodes: text('Nodes'),
  namespaces: text('Projects'),
  policies: text('Node network policies'),
  enactments: text('Enactments'),
  nodeStates: text('Node network states'),
  nads: text('Network attachment definitions'),
  udns: text('UserDefinedNetworks'),
  cudns: text('ClusterUserDefinedNetworks'),
  vms: text('VMs'),
  vmis: text('VM instances'),
  clusterNetworks: text('Cluster network configuration'),
  multiNetworkPolicies: text('Multi-network policies'),
  services: text('Services'),
  nmstates: text('NMState installation'),
  kubevirts: text('KubeVirt installation'),
  clusterVersions: text('Version of OpenShift'),
  operatorNetworks: text('Network operator configuration'),
  daemonSets: text('Daemon sets of NMState and OVN-Kubernetes'),
  pods: text('Launcher pods'),
  events: text('Events'),
};
