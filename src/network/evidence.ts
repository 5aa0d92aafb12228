/**
 * How far a listing can be trusted. A missing object proves something only where the listing is
 * complete; a listing that is loading, forbidden or not served makes every absence `unknown`,
 * with a sentence that says which (domain reference C.0: three-valued, A.10: rights are uneven).
 */
import type { KindKey, Listing } from '../cluster/snapshot';
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';

/** What a person calls the objects of a kind. */
const KIND_TITLES: Readonly<Record<KindKey, string>> = {
  nodes: 'Nodes',
  namespaces: 'Namespaces',
  policies: 'NodeNetworkConfigurationPolicies',
  enactments: 'NodeNetworkConfigurationEnactments',
  nodeStates: 'NodeNetworkStates',
  nmstates: 'NMState objects',
  nads: 'NetworkAttachmentDefinitions',
  udns: 'UserDefinedNetworks',
  cudns: 'ClusterUserDefinedNetworks',
  vms: 'VirtualMachines',
  vmis: 'VirtualMachineInstances',
  clusterNetworks: 'Network configurations of the cluster',
  clusterVersions: 'ClusterVersions',
  operatorNetworks: 'Network operator configurations',
  kubevirts: 'KubeVirt objects',
  multiNetworkPolicies: 'MultiNetworkPolicies',
  pods: 'Pods',
  events: 'Events',
  daemonSets: 'DaemonSets',
  services: 'Services',
};

/**
 * Whether the absence of an object from this listing proves that it does not exist.
 * `namespace` narrows the question to one namespace, for users who may read only some.
 */
export const isKnown = (listing: Listing<unknown>, namespace?: string): boolean => {
  if (listing.state === 'loading' || listing.state === 'failed') return false;
  if (listing.namespaces !== undefined) {
    return namespace !== undefined && listing.namespaces.includes(namespace);
  }
  return listing.state === 'complete' || listing.state === 'stale';
};

/** Why a listing proves nothing, as a sentence. */
export const whyUnknown = (kind: KindKey, listing: Listing<unknown>): Text => {
  const what = KIND_TITLES[kind];
  if (listing.state === 'loading') {
    // Without a count: the sentence must not change with every page that arrives.
    return text('{{what}} are still loading.', { what });
  }
  if (listing.state === 'forbidden') {
    return text('You have no permission to list {{what}}.', { what });
  }
  if (listing.onDemand === true) {
    return text('{{what}} are read for one VM at a time, not for the whole cluster.', { what });
  }
  if (listing.state === 'absent') {
    return text('{{what}} are not served by this cluster or not part of the input.', { what });
  }
  if (listing.state === 'failed') {
    return text('{{what}} could not be read: {{reason}}', {
      what,
      reason: listing.reason ?? 'unknown error',
    });
  }
  return text('{{what}} are visible to you in some namespaces only.', { what });
};
