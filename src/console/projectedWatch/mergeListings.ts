/** Joins the listings of several places (namespaces, names) into the listing of one kind. */
import type { Listing, ListingState } from '../../cluster/snapshot';

/** The state of the whole is the worst of its parts; the first in this list that occurs. */
const WORST_FIRST: readonly ListingState[] = [
  'loading',
  'failed',
  'stale',
  'forbidden',
  'complete',
];

/**
 * Merges listings whose keys do not overlap. A part whose kind is absent counts only when all are.
 * O(number of items).
 */
export const mergeListings = <T>(parts: readonly Listing<T>[]): Listing<T> => {
  const items = new Map<string, T>();
  for (const part of parts) {
    part.items.forEach((item, key) => items.set(key, item));
  }
  const state =
    WORST_FIRST.find((candidate) => parts.some((part) => part.state === candidate)) ?? 'absent';
  const reason = parts.find((part) => part.state === state)?.reason;
  return { state, items, ...(reason === undefined ? {} : { reason }) };
};
