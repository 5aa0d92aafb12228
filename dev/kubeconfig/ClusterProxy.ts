/**
 * The API of a real cluster for the page of the development console: requests go on with the
 * credentials of a kubeconfig, which never reach the browser. Only what the page needs passes (lists,
 * watches, single objects, reviews, discovery): no exec, no proxy, no log, so that a forged GET could
 * do nothing. Who may talk to this proxy is checked in front of it (dev/console/server).
 */
import type {
  ClientRequest,
  IncomingMessage,
  OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { ApiError } from '../api-server/http/ApiError';
import { parseTarget } from '../api-server/http/parseTarget';
import { sendError } from '../api-server/http/respond';
import { ClusterProblem } from './ClusterProblem';
import { describeFailure } from './describeFailure';
import type { ClusterCredentials } from './loadCluster';
import { sendToCluster } from './sendToCluster';

/** Headers that go to the cluster and come back; cookies, origins and credentials stay here. */
const SENT = ['accept', 'accept-encoding', 'content-type', 'content-length', 'transfer-encoding'];
const UPGRADE = ['connection', 'upgrade', 'sec-websocket-key', 'sec-websocket-version'];
const RETURNED = [
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'cache-control',
  'retry-after',
  'vary',
  'warning',
];

const DOCUMENTS: ReadonlySet<string> = new Set(['api', 'apis', 'openapi', 'version']);
const TOKEN_PROTOCOL = 'base64url.bearer.authorization.k8s.io.';

const pick = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
  names: readonly string[],
): OutgoingHttpHeaders =>
  Object.fromEntries(
    names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );

/** Path and query to ask the cluster for; throws 403 for what the page has no business with. */
function allowedPath(request: IncomingMessage): string {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const target = parseTarget(pathname);
  const isAllowed =
    target.type === 'other'
      ? DOCUMENTS.has(target.segments[0] ?? '')
      : target.subresource === undefined || target.subresource === 'status';
  if (!isAllowed) {
    const message = `The development console does not pass ${pathname} on to the cluster`;
    throw new ApiError(403, 'Forbidden', message);
  }
  return `${pathname}${search}`;
}

export class ClusterProxy {
  private readonly sockets = new Set<Duplex>();

  constructor(private readonly cluster: ClusterCredentials) {}

  /** Passes a request on and its answer back; what fails here is answered with a Status. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const upstream = await sendToCluster(this.cluster, {
        method: request.method ?? 'GET',
        path: allowedPath(request),
        headers: pick(request.headers, SENT),
      });
      response.on('close', () => upstream.destroy());
      request.pipe(upstream);
      const answer = await this.answerOf(upstream);
      response.writeHead(answer.statusCode ?? 502, pick(answer.headers, RETURNED));
      response.flushHeaders();
      answer.on('error', () => response.destroy());
      answer.pipe(response);
    } catch (error) {
      sendError(response, this.toApiError(error));
    }
  }

  /** Passes a watch over WebSocket on; nothing else may be upgraded. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    this.upgrade(request, socket, head).catch((error: unknown) => {
      const { status } = this.toApiError(error);
      const body = JSON.stringify(status);
      socket.end(
        `HTTP/1.1 ${status.code} ${status.reason ?? 'Error'}\r\nContent-Type: application/json\r\n` +
          `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
      );
    });
  }

  /** Ends the watches that are open. */
  close(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const path = allowedPath(request);
    const { searchParams } = new URL(path, 'http://localhost');
    if (!['1', 'true'].includes(searchParams.get('watch') ?? '')) {
      throw new ApiError(403, 'Forbidden', 'Only watches are passed on over WebSocket');
    }
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(/\s*,\s*/);
    const protocols = offered.filter((name) => name !== '' && !name.startsWith(TOKEN_PROTOCOL));
    const upstream = await sendToCluster(this.cluster, {
      method: 'GET',
      path,
      headers: {
        ...pick(request.headers, UPGRADE),
        ...(protocols.length === 0 ? {} : { 'sec-websocket-protocol': protocols.join(', ') }),
      },
    });
    socket.on('close', () => upstream.destroy());
    const refused = this.answerOf(upstream);
    const joined = new Promise<boolean>((resolve) => {
      upstream.once('upgrade', (answer, remote: Duplex, remoteHead: Buffer) => {
        join({ socket, head }, answer, { socket: remote, head: remoteHead });
        resolve(true);
      });
    });
    upstream.end();
    if ((await Promise.race([joined, refused])) === true) {
      refused.catch(() => undefined); // its socket closes some day; that ends the watch, no more
      return;
    }
    const answer = await refused;
    const message = `The cluster answered a watch with ${answer.statusCode ?? 0}`;
    answer.resume();
    throw new ApiError(answer.statusCode ?? 502, 'Error', message);
  }

  private answerOf(upstream: ClientRequest): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      upstream.once('response', resolve);
      upstream.on('error', reject);
    });
  }

  private toApiError(error: unknown): ApiError {
    if (error instanceof ApiError) return error;
    if (error instanceof ClusterProblem) return new ApiError(401, 'Unauthorized', error.message);
    const why = describeFailure(error);
    const message = `The cluster ${this.cluster.server.origin} cannot be reached: ${why}`;
    return new ApiError(503, 'ServiceUnavailable', message);
  }
}

interface End {
  readonly socket: Duplex;
  /** What arrived together with the end of the headers. */
  readonly head: Buffer;
}

/** Completes the handshake with the page and ties both sockets together. */
function join(page: End, answer: IncomingMessage, cluster: End): void {
  const lines = Object.entries(answer.headers)
    .filter(([name]) =>
      [...UPGRADE, 'sec-websocket-accept', 'sec-websocket-protocol'].includes(name),
    )
    .map(([name, value]) => `${name}: ${String(value)}`);
  page.socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
  if (cluster.head.length > 0) page.socket.write(cluster.head);
  if (page.head.length > 0) cluster.socket.write(page.head);
  cluster.socket.on('error', () => page.socket.destroy());
  page.socket.on('error', () => cluster.socket.destroy());
  page.socket.on('close', () => cluster.socket.destroy());
  cluster.socket.on('close', () => page.socket.destroy());
  cluster.socket.pipe(page.socket);
  page.socket.pipe(cluster.socket);
}
