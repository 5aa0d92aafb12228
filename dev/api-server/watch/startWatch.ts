/**
 * One watch: what happened since a resourceVersion, then what happens, through selectors and in the
 * dress the client asked for (k8s.io/apiserver/pkg/storage/cacher). A resourceVersion that compaction
 * has dropped gives one ERROR event with a 410 Status and the end of the stream.
 */
import type { ApiError } from '../http/ApiError';
import { tooLargeRevision, tooOldRevision } from '../http/ApiError';
import type { Representation } from '../http/representation';
import { metadataOnly, tableOf, tableRow } from '../http/representation';
import { apiVersionOf } from '../kinds/resourceKind';
import type { KubeObject } from '../kubeObject';
import type { StoreEvent } from '../storage/ObjectStore';
import type { StoredObject } from '../storage/StoredObject';
import type { ListRequest } from '../verbs/listObjects';
import { parseCount, selectorOf } from '../verbs/listObjects';
import type { ServerContext } from '../verbs/ServerContext';
import type { WatchSink } from './WatchConnections';

const INITIAL_EVENTS_END = 'k8s.io/initial-events-end';

/** Checks the query of a watch before the connection is accepted; throws 400. */
export function prepareWatch(request: ListRequest): (object: KubeObject) => boolean {
  parseCount(request.query, 'resourceVersion');
  parseCount(request.query, 'timeoutSeconds');
  return selectorOf(request.kind, request.query) ?? (() => true);
}

/** Serves the watch on an open connection until either side ends it. */
export function startWatch(
  context: ServerContext,
  request: ListRequest,
  representation: Representation,
  sink: WatchSink,
): void {
  const isSelected = prepareWatch(request);
  const watch = new Watch(context, request, representation, sink, isSelected);
  watch.start();
}

class Watch {
  private sent: number;
  private headersSent = false;

  constructor(
    private readonly context: ServerContext,
    private readonly request: ListRequest,
    private readonly representation: Representation,
    private readonly sink: WatchSink,
    private readonly isSelected: (object: KubeObject) => boolean,
  ) {
    this.sent = parseCount(request.query, 'resourceVersion');
  }

  start(): void {
    const { store, watches } = this.context;
    const { query, source } = this.request;
    watches.add(this.sink);
    const wantsInitialEvents = query.get('sendInitialEvents') === 'true';
    const from = parseCount(query, 'resourceVersion');
    if (from > store.revision) {
      this.fail(tooLargeRevision(from, store.revision));
      return;
    }
    if (from === 0 || wantsInitialEvents) {
      this.sendCurrentState();
      if (wantsInitialEvents) {
        this.sendBookmark({ [INITIAL_EVENTS_END]: 'true' });
      }
    } else {
      const missed = store.eventsAfter(source.kind, from);
      if (missed === 'compacted') {
        this.fail(tooOldRevision(from, store.compactedRevision));
        return;
      }
      missed.forEach((event) => this.forward(event));
    }
    this.sink.onClose(store.subscribe(source.kind.id, (event) => this.forward(event)));
    this.startTimers();
  }

  private startTimers(): void {
    const { query } = this.request;
    const wantsBookmarks = query.get('allowWatchBookmarks') === 'true';
    if (wantsBookmarks) {
      const every = setInterval(() => this.sendBookmark(), this.context.bookmarkEveryMs);
      every.unref();
      this.sink.onClose(() => clearInterval(every));
    }
    const seconds = parseCount(query, 'timeoutSeconds');
    if (seconds > 0) {
      const end = setTimeout(() => {
        if (wantsBookmarks) {
          this.sendBookmark();
        }
        this.sink.end();
      }, seconds * 1000);
      end.unref();
      this.sink.onClose(() => clearTimeout(end));
    }
  }

  private sendCurrentState(): void {
    const { source, namespace } = this.request;
    for (const stored of this.context.store.list(source.kind, namespace)) {
      if (this.isWanted(stored)) {
        this.send('ADDED', stored);
      }
    }
    this.sent = this.context.store.revision;
  }

  /** Translates a store event: what enters the selection is added, what leaves it is deleted. */
  private forward({ type, stored, previous }: StoreEvent): void {
    const { namespace } = this.request;
    if (namespace !== undefined && stored.object.metadata.namespace !== namespace) {
      return;
    }
    this.sent = stored.revision;
    const was = previous !== undefined && this.isWanted(previous);
    const is = type !== 'DELETED' && this.isWanted(stored);
    if (is) {
      this.send(was ? 'MODIFIED' : 'ADDED', stored);
    } else if (was) {
      this.send('DELETED', stored);
    }
  }

  private isWanted(stored: StoredObject): boolean {
    return this.request.source.isVisible(stored.object) && this.isSelected(stored.object);
  }

  private send(type: string, stored: StoredObject): void {
    this.sink.send(`{"type":"${type}","object":${this.json(stored)}}`);
  }

  private json(stored: StoredObject): string {
    const { source, kind } = this.request;
    if (this.representation.as === 'table') {
      const { include } = this.representation;
      const row = tableRow(kind, source.render(stored), include, this.context.now());
      return this.table([row], { resourceVersion: stored.object.metadata.resourceVersion });
    }
    return this.representation.as === 'metadata'
      ? JSON.stringify(metadataOnly(source.render(stored)))
      : source.renderJson(stored);
  }

  /** Column definitions travel with the first table only, as in a real watch. */
  private table(rows: Parameters<typeof tableOf>[1], metadata: Record<string, unknown>): string {
    const table = tableOf(this.request.kind, rows, metadata);
    if (this.headersSent) {
      table.columnDefinitions = [];
    }
    this.headersSent = true;
    return JSON.stringify(table);
  }

  /** Tells the client how far this watch has come, also past writes it did not select. */
  private sendBookmark(annotations?: Record<string, string>): void {
    const { kind, version } = this.request;
    const metadata = {
      resourceVersion: String(Math.max(this.sent, this.context.store.revision)),
      creationTimestamp: null,
      ...(annotations === undefined ? {} : { annotations }),
    };
    const marker = { kind: kind.kind, apiVersion: apiVersionOf(kind, version), metadata };
    const object =
      this.representation.as === 'table'
        ? this.table([{ cells: [], object: marker }], metadata)
        : JSON.stringify(marker);
    this.sink.send(`{"type":"BOOKMARK","object":${object}}`);
  }

  private fail(error: ApiError): void {
    this.sink.send(JSON.stringify({ type: 'ERROR', object: error.status }));
    this.sink.end();
  }
}
