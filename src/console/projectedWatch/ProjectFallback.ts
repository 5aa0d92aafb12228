/**
 * A namespaced kind for a user who may not list it in the whole cluster: read in the projects the
 * user can see. The result stays `forbidden`, with what could be read and where, because what is
 * missing from it may exist elsewhere. Each project costs a socket per kind, hence the cap.
 */
import type { Listing } from '../../cluster/snapshot';
import type { ListingSource } from './ListingSource';
import { mergeListings } from './mergeListings';

/** Projects that are read at most. */
export const PROJECT_LIMIT = 10;

export interface ProjectFallbackOptions<T> {
  readonly wholeCluster: ListingSource<T>;
  /** Names of the projects the user can see, as the keys of its items. */
  readonly projects: ListingSource<unknown>;
  readonly inNamespace: (namespace: string) => ListingSource<T>;
  /** Namespaces that may be readable although they are no project of the user. */
  readonly also?: readonly string[];
}

export class ProjectFallback<T> implements ListingSource<T> {
  private readonly listeners = new Set<() => void>();
  private readonly parts = new Map<string, ListingSource<T>>();
  private readonly stops = new Map<string, () => void>();
  private stopCluster: (() => void) | undefined;
  private stopProjects: (() => void) | undefined;
  private listing: Listing<T> | undefined;

  constructor(private readonly options: ProjectFallbackOptions<T>) {}

  getListing(): Listing<T> {
    this.listing ??= this.combine();
    return this.listing;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) {
      this.stopCluster = this.options.wholeCluster.subscribe(this.changed);
      this.changed();
    }
    return () => {
      if (this.listeners.delete(listener) && this.listeners.size === 0) {
        this.stopCluster?.();
        this.stopFallback();
      }
    };
  }

  refresh(): void {
    this.options.wholeCluster.refresh();
    this.options.projects.refresh();
    this.parts.forEach((part) => part.refresh());
  }

  private readonly changed = (): void => {
    if (this.options.wholeCluster.getListing().state === 'forbidden') {
      this.stopProjects ??= this.options.projects.subscribe(this.changed);
      this.followProjects();
    } else {
      this.stopFallback();
    }
    this.listing = undefined;
    [...this.listeners].forEach((listener) => listener());
  };

  /** Subscribes to the first projects by name and leaves those that are gone. */
  private followProjects(): void {
    const { also = [] } = this.options;
    const wanted = [...new Set([...also, ...this.projectNames().slice(0, PROJECT_LIMIT)])];
    for (const [name, stop] of [...this.stops]) {
      if (!wanted.includes(name)) {
        stop();
        this.stops.delete(name);
        this.parts.delete(name);
      }
    }
    for (const name of wanted) {
      if (!this.stops.has(name)) {
        // A part that was followed before still knows whether it is forbidden, and is not asked again.
        const part = this.parts.get(name) ?? this.options.inNamespace(name);
        this.parts.set(name, part);
        this.stops.set(name, part.subscribe(this.changed));
      }
    }
  }

  private stopFallback(): void {
    this.stopProjects?.();
    this.stopProjects = undefined;
    this.stops.forEach((stop) => stop());
    this.stops.clear();
  }

  private projectNames(): readonly string[] {
    return [...this.options.projects.getListing().items.keys()].sort();
  }

  private combine(): Listing<T> {
    const whole = this.options.wholeCluster.getListing();
    if (whole.state !== 'forbidden' || this.parts.size === 0) {
      return whole;
    }
    const listings = [...this.parts.values()].map((part) => part.getListing());
    const merged = mergeListings(listings);
    const readable = [...this.parts]
      .filter(([, part]) => part.getListing().state === 'complete')
      .map(([name]) => name);
    return {
      state: merged.state === 'loading' ? 'loading' : 'forbidden',
      items: merged.items,
      ...(whole.reason === undefined ? {} : { reason: whole.reason }),
      namespaces: readable,
    };
  }
}
