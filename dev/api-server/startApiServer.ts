/**
 * An embedded Kubernetes API server: the parts of the real one that the console, the operators of
 * dev/operators and kubectl use, in this process and in memory. `startApiServer` listens on a port of
 * its own; `createApiServer` only gives the handlers, for a server that mounts them under a path.
 */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Access } from './access/Access';
import { AccessControl } from './access/AccessControl';
import type { User } from './access/user';
import { chooseProtocol } from './access/user';
import { FaultRules } from './faults';
import { GarbageCollector } from './gc/GarbageCollector';
import { OwnerIndex } from './gc/OwnerIndex';
import { handleRequest } from './http/handleRequest';
import { handleUpgrade } from './http/handleUpgrade';
import { KindRegistry } from './kinds/KindRegistry';
import type { KubeObject } from './kubeObject';
import { seedObjects } from './seedObjects';
import { ObjectStore } from './storage/ObjectStore';
import { ListSnapshots } from './verbs/ListSnapshots';
import type { AdminAction, ServerContext } from './verbs/ServerContext';
import { WatchConnections } from './watch/WatchConnections';

export interface ApiServerOptions {
  /** What the cluster holds at the start. */
  readonly objects?: readonly KubeObject[];
  /** 0 (the default) takes a free port. */
  readonly port?: number;
  readonly host?: '127.0.0.1';
  /** How many past events watches can resume from; older resourceVersions give 410. */
  readonly compactEvery?: number;
  /** API groups this cluster does not have, for example `['nmstate.io']`. */
  readonly without?: readonly string[];
  /** Users by bearer token. A request without a token is the cluster administrator. */
  readonly users?: Readonly<Record<string, User>>;
  /** Who may do what; by the RBAC objects of the cluster unless given. */
  readonly access?: Access;
  /** More endpoints that no Kubernetes has, by path, such as `/__nodes`. */
  readonly admin?: ReadonlyMap<string, AdminAction>;
  /** Milliseconds between bookmarks; a minute by default, as in a real server. */
  readonly bookmarkEveryMs?: number;
  /** The clock of timestamps and ages. */
  readonly now?: () => Date;
}

export interface ApiServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly port: number;
  readonly store: ObjectStore;
  readonly kinds: KindRegistry;
  readonly faults: FaultRules;
  handle(request: IncomingMessage, response: ServerResponse): void;
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends all watches and stops listening. */
  close(): Promise<void>;
}

/** The server without a port of its own: paths are expected as `/api/...`, any prefix stripped. */
export function createApiServer(
  options: Omit<ApiServerOptions, 'port' | 'host'> = {},
): Omit<ApiServer, 'url' | 'port'> {
  const store = new ObjectStore(options.compactEvery);
  const kinds = new KindRegistry(options.without);
  const context: ServerContext = {
    store,
    kinds,
    access: options.access ?? new AccessControl(store, kinds),
    admin: options.admin ?? new Map(),
    faults: new FaultRules(),
    watches: new WatchConnections(),
    snapshots: new ListSnapshots(),
    owners: new OwnerIndex(store),
    bookmarkEveryMs: options.bookmarkEveryMs ?? 60_000,
    now: options.now ?? (() => new Date()),
  };
  seedObjects(context, options.objects ?? [], options.without ?? []);
  const collector = new GarbageCollector(context);
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: chooseProtocol });
  const users = options.users ?? {};

  return {
    store,
    kinds,
    faults: context.faults,
    handle: (request, response) => void handleRequest(context, request, response, users),
    handleUpgrade: (request, socket, head) =>
      void handleUpgrade(context, sockets, { request, socket, head }, users),
    close: async () => {
      collector.stop();
      context.watches.endAll();
      sockets.close();
      await Promise.resolve();
    },
  };
}

/** Starts the server on 127.0.0.1; resolves once it listens. */
export async function startApiServer(options: ApiServerOptions = {}): Promise<ApiServer> {
  const api = createApiServer(options);
  const server = createServer((request, response) => api.handle(request, response));
  server.on('upgrade', (request, socket, head) => api.handleUpgrade(request, socket, head));
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    ...api,
    url: `http://127.0.0.1:${port}`,
    port,
    close: async () => {
      await api.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
