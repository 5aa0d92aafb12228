/**
 * The graph of an embedded cluster, kept up to date by the server's own writes: what the browser's
 * watches do, without the browser. A test may cut the watch, as a lost connection does.
 */
import type { ApiServer } from '../../../dev/api-server/startApiServer';
import { metaKey } from '../../cluster/meta';
import { readObject } from '../../cluster/readObject';
import type { KindKey, Snapshot } from '../../cluster/snapshot';
import type { NetworkGraph } from '../../network/networkGraph';
import { updateGraph } from '../../network/updateGraph';
import type { GraphSource } from '../graphSource';

type Changes = Map<KindKey, Map<string, unknown>>;

export class LiveGraph implements GraphSource {
  private readonly listeners = new Set<() => void>();
  private readonly unsubscribe: () => void;
  private changes: Changes = new Map();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isCut = false;

  /** `graph` is read after the construction began to listen, or before any write. */
  constructor(
    server: ApiServer,
    private graph: NetworkGraph,
  ) {
    this.unsubscribe = server.store.subscribe('*', ({ type, stored }) => {
      const read = readObject(stored.object);
      if (read === undefined) return;
      const kind = this.changes.get(read.key) ?? new Map<string, unknown>();
      this.changes.set(read.key, kind);
      kind.set(metaKey(read.record.meta), type === 'DELETED' ? undefined : read.record);
      this.schedule();
    });
  }

  current(): NetworkGraph {
    return this.graph;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** From now on the graph is yesterday's, and says so. */
  cut(): void {
    this.isCut = true;
    this.schedule();
  }

  mend(): void {
    this.isCut = false;
    this.schedule();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.unsubscribe();
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.graph = updateGraph(this.graph, this.next());
      for (const listener of this.listeners) listener();
    }, 1);
  }

  private next(): Snapshot {
    const { snapshot } = this.graph;
    const state = this.isCut ? 'stale' : 'complete';
    const changes: Changes = this.isCut ? new Map<KindKey, Map<string, unknown>>() : this.changes;
    if (!this.isCut) this.changes = new Map();
    const entries = Object.entries(snapshot).map(([key, listing]) => {
      const changed = changes.get(key as KindKey);
      if (changed === undefined && listing.state === state) return [key, listing];
      const items = new Map<string, unknown>(listing.items);
      for (const [name, record] of changed ?? []) {
        if (record === undefined) items.delete(name);
        else items.set(name, record);
      }
      return [key, { ...listing, state, items }];
    });
    return Object.fromEntries(entries) as Snapshot;
  }
}
