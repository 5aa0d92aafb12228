/**
 * How far a kind can be trusted. Every check is three-valued: a kind that is loading, forbidden,
 * not served or failed gives "unknown", never "none" (domain reference C.0, A.10). Absence in a
 * namespace the user cannot read proves nothing either.
 */
import type { KindKey, Listing, Snapshot } from '../cluster/snapshot';
import type { Text } from '../cluster/text';
import { text } from '../cluster/text';

/** `all`: absence is proof. `some`: only in the namespaces that were read. `none`: no evidence. */
export type Visibility = 'all' | 'some' | 'none';

/** The kinds' API names, as people know them. */
export const KIND_NAMES: Readonly<Record<KindKey, string>> = {
  nodes: 'Node',
  namespaces: 'Namespace',
  policies: 'NodeNetworkConfigurationPolicy',
  enactments: 'NodeNetworkConfigurationEnactment',
  nodeStates: 'NodeNetworkState',
  nmstates: 'NMState',
  nads: 'NetworkAttachmentDefinition',
  udns: 'UserDefinedNetwork',
  cudns: 'ClusterUserDefinedNetwork',
  vms: 'VirtualMachine',
  vmis: 'VirtualMachineInstance',
  clusterNetworks: 'config.openshift.io Network',
  operatorNetworks: 'operator.openshift.io Network',
  kubevirts: 'KubeVirt',
  multiNetworkPolicies: 'MultiNetworkPolicy',
  pods: 'Pod',
  events: 'Event',
  daemonSets: 'DaemonSet',
  services: 'Service',
};

/** What a listing can prove. */
export const visibility = (listing: Listing<unknown>): Visibility => {
  if (listing.state === 'complete' || listing.state === 'stale') return 'all';
  if (listing.state === 'loading') return 'none';
  return (listing.namespaces?.length ?? 0) > 0 ? 'some' : 'none';
};

/** True when an object of this kind that is not listed in the namespace does not exist. */
export const canProveAbsence = (listing: Listing<unknown>, namespace: string): boolean =>
  visibility(listing) === 'all' ||
  (visibility(listing) === 'some' && listing.namespaces?.includes(namespace) === true);

const namesOf = (kinds: readonly KindKey[]): string =>
  kinds.map((kind) => KIND_NAMES[kind]).join(', ');

/** A sentence why the kinds give no evidence; undefined when all of them are readable somewhere. */
export const missingEvidence = (
  snapshot: Snapshot,
  kinds: readonly KindKey[],
): Text | undefined => {
  const missing = kinds.filter((kind) => visibility(snapshot[kind]) === 'none');
  const inState = (state: string): readonly KindKey[] =>
    missing.filter((kind) => snapshot[kind].state === state);
  const forbidden = inState('forbidden');
  if (forbidden.length > 0) {
    return text('{{kinds}}: you may not read this kind', { kinds: namesOf(forbidden) });
  }
  const absent = inState('absent');
  if (absent.length > 0) {
    return text('{{kinds}}: not served by this cluster, or not in the dump', {
      kinds: namesOf(absent),
    });
  }
  const failed = inState('failed')[0];
  if (failed !== undefined) {
    return text('{{kinds}}: could not be read: {{reason}}', {
      kinds: KIND_NAMES[failed],
      reason: snapshot[failed].reason ?? '',
    });
  }
  const loading = inState('loading');
  if (loading.length > 0) return text('{{kinds}}: still loading', { kinds: namesOf(loading) });
  return undefined;
};

/** A sentence for kinds of which only some namespaces were read; undefined when there is none. */
export const partialEvidence = (
  snapshot: Snapshot,
  kinds: readonly KindKey[],
): Text | undefined => {
  const partial = kinds.filter((kind) => visibility(snapshot[kind]) === 'some');
  const first = partial[0];
  if (first === undefined) return undefined;
  return text('{{kinds}}: only read in {{namespaces}}', {
    kinds: namesOf(partial),
    namespaces: (snapshot[first].namespaces ?? []).join(', '),
  });
};
