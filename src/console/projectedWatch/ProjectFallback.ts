/**
 * A namespaced kind for a user who may not list it in the whole cluster: read in the projects the
 * user chose, or the first that the user can see. The result stays `forbidden`, with what could be read and
 * where, because what is missing from it may exist elsewhere.
 */
import type { Listing } from '../../cluster/snapshot';
import type { ListingSource } from './ListingSource';
import { mergeListings } from './mergeListings';
import type { ProjectChoice } from './ProjectChoice';

export interface ProjectFallbackOptions<T> {
  readonly wholeCluster: ListingSource<T>;
  /** Names of the projects the user can see, as the keys of its items. */
  readonly projects: ListingSource<unknown>;
  /** Which of them are read. */
  readonly choice: ProjectChoice;
  readonly inNamespace: (namespace: string) => ListingSource<T>;
  /** Namespaces that may be readable although they are no project of the user. */
  readonly also?: readonly string[];
}

export class ProjectFallback<T> implements ListingSource<T> {
  private readonly listeners = new Set<() => void>();
  /** Every project that was read once: it still knows whether it is forbidden, and is not asked again. */
  private readonly parts = new Map<string, ListingSource<T>>();
  /** Those that count now. */
  private followed: readonly string[] = [];
  private readonly stops = new Map<string, () => void>();
  private stopChoice: (() => void) | undefined;
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
      this.stopChoice ??= this.options.choice.subscribe(this.changed);
      this.followProjects();
    } else {
      this.stopFallback();
    }
    this.listing = undefined;
    [...this.listeners].forEach((listener) => listener());
  };

  /** Subscribes to the projects that are wanted, and leaves those that no longer are. */
  private followProjects(): void {
    const { also = [], choice, projects } = this.options;
    const visible = [...projects.getListing().items.keys()];
    this.followed = [...new Set([...also, ...choice.among(visible)])];
    const wanted = new Set(this.followed);
    for (const [name, stop] of [...this.stops]) {
      if (wanted.has(name)) continue;
      stop();
      this.stops.delete(name);
    }
    for (const name of this.followed) {
      if (this.stops.has(name)) continue;
      const part = this.parts.get(name) ?? this.options.inNamespace(name);
      this.parts.set(name, part);
      this.stops.set(name, part.subscribe(this.changed));
    }
  }

  private stopFallback(): void {
    this.stopProjects?.();
    this.stopProjects = undefined;
    this.stopChoice?.();
    this.stopChoice = undefined;
    this.stops.forEach((stop) => stop());
    this.stops.clear();
  }

  private combine(): Listing<T> {
    const whole = this.options.wholeCluster.getListing();
    if (whole.state !== 'forbidden' || this.followed.length === 0) {
      return whole;
    }
    const listings = this.followed.flatMap((name) => {
      const listing = this.parts.get(name)?.getListing();
      return listing === undefined ? [] : [[name, listing] as const];
    });
    const merged = mergeListings(listings.map(([, listing]) => listing));
    const readable = listings.filter(([, { state }]) => state === 'complete').map(([name]) => name);
    return {
      state: merged.state === 'loading' ? 'loading' : 'forbidden',
      items: merged.items,
      ...(whole.reason === undefined ? {} : { reason: whole.reason }),
      namespaces: readable,
    };
  }
}
