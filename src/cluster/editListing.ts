/**
 * A listing with one record set or removed, which tells its edit as the watch of a browser does:
 * for whoever holds a cluster in memory and changes it, such as tests and benchmarks.
 */
import type { Listing } from './snapshot';

/** Takes a key and its new record, undefined to remove it; copies the items, O(their number). */
export const editListing = <T>(
  listing: Listing<T>,
  key: string,
  record: T | undefined,
): Listing<T> => {
  const items = new Map(listing.items);
  if (record === undefined) items.delete(key);
  else items.set(key, record);
  return { ...listing, items, edit: { from: listing.items, to: items, keys: new Set([key]) } };
};
