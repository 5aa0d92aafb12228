/**
 * WebSocket watches: the same route, rights and faults as an HTTP watch, answered with text frames.
 * An error before the handshake is answered as plain HTTP, which is what a browser can report.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocketServer } from 'ws';
import type { ServerContext } from '../verbs/ServerContext';
import { sourceOf } from '../verbs/source';
import { prepareWatch, startWatch } from '../watch/startWatch';
import { webSocketSink } from '../watch/watchSinks';
import { ApiError, methodNotAllowed, unknownResource } from './ApiError';
import { faultSubject, suffer } from './handleRequest';
import { chooseRepresentation } from './representation';
import type { Users } from './resolveRequest';
import { readUrl, resolveRequest } from './resolveRequest';
import { internalError } from './respond';

/** Accepts the upgrade and serves the watch, or refuses with an HTTP status. */
export async function handleUpgrade(
  context: ServerContext,
  sockets: WebSocketServer,
  upgrade: { readonly request: IncomingMessage; readonly socket: Duplex; readonly head: Buffer },
  users: Users,
): Promise<void> {
  const { request, socket, head } = upgrade;
  // A client may vanish during the handshake; the socket's own error is then all there is to it.
  socket.on('error', () => socket.destroy());
  try {
    const { target, query } = readUrl(request);
    if (target.type === 'other') {
      throw unknownResource();
    }
    const resolved = resolveRequest(context, request, target, query, users);
    if (resolved.verb !== 'watch') {
      throw methodNotAllowed();
    }
    const source = sourceOf(context, resolved.kind, resolved.version, resolved.user);
    const watch = { ...resolved, source };
    prepareWatch(watch);
    const fault = context.faults.match({ ...faultSubject(resolved), dryRun: false });
    if (fault === 'drop') {
      socket.destroy();
      return;
    }
    await suffer(fault);
    const representation = chooseRepresentation(request.headers.accept, query);
    sockets.handleUpgrade(request, socket, head, (client) => {
      startWatch(context, watch, representation, webSocketSink(client));
    });
  } catch (error) {
    refuse(socket, error instanceof ApiError ? error : internalError(error));
  }
}

function refuse(socket: Duplex, error: ApiError): void {
  const body = JSON.stringify(error.status);
  socket.end(
    `HTTP/1.1 ${error.status.code} ${error.status.reason ?? 'Error'}\r\n` +
      'Content-Type: application/json\r\nConnection: close\r\n' +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
