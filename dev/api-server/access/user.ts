/**
 * Who is asking. A user is found by the bearer token of the request; without a token it is the
 * cluster administrator, so that kubectl and the dev console work without any set-up.
 */
import type { IncomingMessage } from 'node:http';
import { unauthorized } from '../http/ApiError';

export interface User {
  readonly name: string;
  readonly groups: readonly string[];
}

export const ADMINISTRATORS = 'system:masters';
const AUTHENTICATED = 'system:authenticated';
const TOKEN_PROTOCOL = 'base64url.bearer.authorization.k8s.io.';

const CLUSTER_ADMIN: User = {
  name: 'system:admin',
  groups: [ADMINISTRATORS, AUTHENTICATED],
};

/**
 * The user of a request, by token from the Authorization header or (WebSocket) the subprotocol that
 * Kubernetes defines for it. Throws 401 for a token that nobody holds.
 */
export function authenticate(
  request: IncomingMessage,
  users: Readonly<Record<string, User>>,
): User {
  const token = bearerToken(request);
  if (token === undefined || Object.keys(users).length === 0) {
    return CLUSTER_ADMIN;
  }
  const user = Object.hasOwn(users, token) ? users[token] : undefined;
  if (user === undefined) {
    throw unauthorized();
  }
  return { name: user.name, groups: [...new Set([...user.groups, AUTHENTICATED])] };
}

/** The user that the request wants to act as (`kubectl --as`), or undefined. */
export function impersonatedUser(request: IncomingMessage): User | undefined {
  const name = request.headers['impersonate-user'];
  if (typeof name !== 'string') {
    return undefined;
  }
  const header = request.headers['impersonate-group'] ?? [];
  const groups = (Array.isArray(header) ? header : header.split(',')).map((group) => group.trim());
  return { name, groups: [...new Set([...groups, ...impliedGroups(name), AUTHENTICATED])] };
}

/** The WebSocket subprotocol to answer with: any offered one before the one that only carries a token. */
export function chooseProtocol(offered: ReadonlySet<string>): string | false {
  const [first] = offered;
  return [...offered].find((item) => !item.startsWith(TOKEN_PROTOCOL)) ?? first ?? false;
}

function impliedGroups(name: string): readonly string[] {
  const [system, account, namespace] = name.split(':');
  return system === 'system' && account === 'serviceaccount' && namespace !== undefined
    ? ['system:serviceaccounts', `system:serviceaccounts:${namespace}`]
    : [];
}

function bearerToken(request: IncomingMessage): string | undefined {
  const header = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (header !== undefined) {
    return header;
  }
  const protocol = (request.headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((item) => item.trim())
    .find((item) => item.startsWith(TOKEN_PROTOCOL));
  return protocol === undefined
    ? undefined
    : Buffer.from(protocol.slice(TOKEN_PROTOCOL.length), 'base64url').toString('utf8');
}
