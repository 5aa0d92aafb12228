/**
 * What the page does not see, kind by kind, and how bad that is. A kind that is not installed is
 * worth a word only where something of the product rests on it: a cluster without UDNs is whole.
 */
import type { KindKey, Listing, ListingState, Snapshot } from '../../cluster/snapshot';
import { KIND_NAMES } from './kindNames';

export interface ListingProblem {
  readonly kind: KindKey;
  readonly listing: Listing<unknown>;
}

const TOLD: ReadonlySet<ListingState> = new Set<ListingState>([
  'stale',
  'failed',
  'forbidden',
  'absent',
]);

/** Nobody misses these where they are not installed. */
const OPTIONAL: ReadonlySet<KindKey> = new Set<KindKey>([
  'udns',
  'cudns',
  'multiNetworkPolicies',
  'clusterNetworks',
]);

/** They sharpen a few checks, which say so themselves; the page is whole without them. */
const MINOR: ReadonlySet<KindKey> = new Set<KindKey>([
  'services',
  'nmstates',
  'kubevirts',
  'clusterVersions',
  'operatorNetworks',
  'daemonSets',
  'pods',
  'events',
]);

/** Problems in the order of the kinds. */
export const listingProblems = (snapshot: Snapshot): readonly ListingProblem[] =>
  (Object.keys(KIND_NAMES) as KindKey[])
    .map((kind) => ({ kind, listing: snapshot[kind] }))
    .filter(
      ({ kind, listing: { state } }) =>
        TOLD.has(state) && !MINOR.has(kind) && !(state === 'absent' && OPTIONAL.has(kind)),
    );

/** The connection or the API server is at fault: what is shown may be old. */
export const isLost = ({ listing }: ListingProblem): boolean =>
  listing.state === 'stale' || listing.state === 'failed';
