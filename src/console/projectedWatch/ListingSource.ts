/** Whatever hands out a listing and says when it changed: a watch, a fall-back, a fixed answer. */
import type { Listing } from '../../cluster/snapshot';

export interface ListingSource<T> {
  getListing(): Listing<T>;
  subscribe(listener: () => void): () => void;
  /** Tries again now what was given up. */
  refresh(): void;
}

/** A listing that never changes, for kinds that are not watched in the browser. */
export const fixedSource = <T>(listing: Listing<T>): ListingSource<T> => ({
  getListing: () => listing,
  subscribe: () => () => undefined,
  refresh: () => undefined,
});
