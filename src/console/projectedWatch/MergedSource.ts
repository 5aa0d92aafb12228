/** One listing out of several sources, for a kind that is read in a few places only. */
import type { Listing } from '../../cluster/snapshot';
import type { ListingSource } from './ListingSource';
import { mergeListings } from './mergeListings';

export class MergedSource<T> implements ListingSource<T> {
  private merged: Listing<T> | undefined;
  private parts: readonly Listing<T>[] = [];

  constructor(private readonly sources: readonly ListingSource<T>[]) {}

  getListing(): Listing<T> {
    const parts = this.sources.map((source) => source.getListing());
    if (this.merged === undefined || parts.some((part, index) => part !== this.parts[index])) {
      this.parts = parts;
      this.merged = mergeListings(parts);
    }
    return this.merged;
  }

  subscribe(listener: () => void): () => void {
    const unsubscribes = this.sources.map((source) => source.subscribe(listener));
    return () => unsubscribes.forEach((unsubscribe) => unsubscribe());
  }

  refresh(): void {
    this.sources.forEach((source) => source.refresh());
  }
}
