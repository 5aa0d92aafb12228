/**
 * Which rules have the evidence they need. Every check is three-valued: a kind that is loading,
 * forbidden, not served or failed gives "unknown", never "none" (domain reference C.0, A.10).
 */
import type { KindKey, Listing, Snapshot } from '../cluster/snapshot';
import type { Text } from '../cluster/text';
import { isKnown, whyUnknown } from '../network/evidence';

/** `all`: absence is proof. `some`: only in the namespaces that were read. `none`: no evidence. */
export type Visibility = 'all' | 'some' | 'none';

/** What a listing can prove. */
export const visibility = (listing: Listing<unknown>): Visibility => {
  if (isKnown(listing)) return 'all';
  return listing.namespaces?.some((ns) => isKnown(listing, ns)) === true ? 'some' : 'none';
};

const firstReason = (snapshot: Snapshot, kinds: readonly KindKey[]): Text | undefined => {
  const kind = kinds[0];
  return kind === undefined ? undefined : whyUnknown(kind, snapshot[kind]);
};

/** Why a rule that needs the kinds cannot be run at all; undefined when it can. */
export const missingEvidence = (snapshot: Snapshot, kinds: readonly KindKey[]): Text | undefined =>
  firstReason(
    snapshot,
    kinds.filter((kind) => visibility(snapshot[kind]) === 'none'),
  );

/** Why a rule's answer is not the whole truth: some kind was read in some namespaces only. */
export const partialEvidence = (snapshot: Snapshot, kinds: readonly KindKey[]): Text | undefined =>
  firstReason(
    snapshot,
    kinds.filter((kind) => visibility(snapshot[kind]) === 'some'),
  );
