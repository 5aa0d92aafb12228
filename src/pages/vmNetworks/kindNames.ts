/** The kinds of the snapshot as a person calls them. */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { KindKey } from '../../cluster/snapshot';

/** Kinds that the browser watches; the others come with dumps only. */
export const KIND_NAMES: Readonly<Partial<Record<KindKey, Text>>> = {
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
};
