/**
 * Namespaces for a user who may not list them: the projects the user can see, which is what
 * OpenShift offers everybody. The listing stays `forbidden`: there may be namespaces beyond it.
 */
import type { NamespaceRecord } from '../../cluster/clusterRecords';
import type { Listing } from '../../cluster/snapshot';
import type { ListingSource } from '../projectedWatch/ListingSource';

export class NamespaceFallback implements ListingSource<NamespaceRecord> {
  private combined: Listing<NamespaceRecord> | undefined;
  private combinedFrom: Listing<NamespaceRecord> | undefined;

  constructor(
    private readonly namespaces: ListingSource<NamespaceRecord>,
    private readonly projects: ListingSource<NamespaceRecord>,
  ) {}

  getListing(): Listing<NamespaceRecord> {
    const listing = this.namespaces.getListing();
    if (listing.state !== 'forbidden') {
      return listing;
    }
    const visible = this.projects.getListing();
    if (this.combined === undefined || this.combinedFrom !== visible) {
      this.combinedFrom = visible;
      this.combined = { ...listing, items: visible.items, namespaces: [...visible.items.keys()] };
    }
    return this.combined;
  }

  subscribe(listener: () => void): () => void {
    let stopProjects: (() => void) | undefined;
    const changed = () => {
      if (this.namespaces.getListing().state === 'forbidden') {
        stopProjects ??= this.projects.subscribe(listener);
      }
      listener();
    };
    const stopNamespaces = this.namespaces.subscribe(changed);
    changed();
    return () => {
      stopNamespaces();
      stopProjects?.();
    };
  }

  refresh(): void {
    this.namespaces.refresh();
    this.projects.refresh();
  }
}
