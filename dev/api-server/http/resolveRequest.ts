/**
 * From URL and method to a verb on a kind by a user who may do it: the steps that HTTP requests and
 * WebSockets share, in the order of a real server (route, authenticate, authorise).
 */
import type { IncomingMessage } from 'node:http';
import type { User } from '../access/user';
import { authenticate, impersonatedUser } from '../access/user';
import type { ResourceKind } from '../kinds/resourceKind';
import type { ServerContext } from '../verbs/ServerContext';
import { ApiError, forbidden, methodNotAllowed, unknownResource } from './ApiError';
import { optional } from './optional';
import type { RequestTarget, ResourceTarget } from './parseTarget';
import { parseTarget } from './parseTarget';
import { selectedName } from './selectors';

export interface ResolvedRequest {
  readonly kind: ResourceKind;
  readonly version: string;
  readonly verb: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly subresource?: string;
  readonly query: URLSearchParams;
  readonly user: User;
}

export type Users = Readonly<Record<string, User>>;

/** What the URL of a request points at, and its query. */
export function readUrl(request: IncomingMessage): {
  target: RequestTarget;
  query: URLSearchParams;
} {
  const url = new URL(request.url ?? '/', 'http://localhost');
  return { target: parseTarget(url.pathname), query: url.searchParams };
}

/** The user of a request, or the one it may impersonate; throws 401 or 403. */
export function resolveUser(context: ServerContext, request: IncomingMessage, users: Users): User {
  const user = authenticate(request, users);
  const acted = impersonatedUser(request);
  if (acted === undefined) {
    return user;
  }
  const asked = { verb: 'impersonate', group: '', resource: 'users', name: acted.name };
  if (!context.access.decide(user, asked).allowed) {
    const message = `users "${acted.name}" is forbidden: User "${user.name}" cannot impersonate resource "users" in API group "" at the cluster scope`;
    throw new ApiError(403, 'Forbidden', message, { name: acted.name, kind: 'users' });
  }
  return acted;
}

/** Checks route, method and rights; throws 404, 405, 401 or 403. */
export function resolveRequest(
  context: ServerContext,
  request: IncomingMessage,
  target: ResourceTarget,
  query: URLSearchParams,
  users: Users,
): ResolvedRequest {
  const user = resolveUser(context, request, users);
  const kind = context.kinds.find(target.group, target.version, target.plural);
  if (kind === undefined) {
    throw unknownResource();
  }
  const { subresource } = target;
  if (subresource !== undefined && (subresource !== 'status' || !kind.statusSubresource)) {
    throw unknownResource();
  }
  const verb = verbOf(request.method ?? 'GET', target, query);
  const baseVerb = verb as (typeof kind.verbs)[number];
  if (!kind.verbs.includes(baseVerb)) {
    throw methodNotAllowed();
  }
  const name = target.name ?? selectedName(query.get('fieldSelector') ?? '');
  // A namespace counts as inside itself, so that rights in a project cover the project's namespace.
  const namespace = target.namespace ?? (kind.id === 'namespaces' ? target.name : undefined);
  const named = { ...optional('name', name), ...optional('namespace', namespace) };
  authorise(context, user, kind, { verb, ...optional('subresource', subresource), ...named });
  return {
    kind,
    version: target.version,
    verb,
    ...optional('namespace', target.namespace),
    ...optional('name', target.name),
    ...optional('subresource', subresource),
    query,
    user,
  };
}

function verbOf(method: string, target: ResourceTarget, query: URLSearchParams): string {
  const watches = ['true', '1'].includes(query.get('watch') ?? '');
  switch (method) {
    case 'GET':
    case 'HEAD':
      return target.name !== undefined ? 'get' : watches ? 'watch' : 'list';
    case 'POST':
      return target.name === undefined ? 'create' : 'none';
    case 'PUT':
      return target.name === undefined ? 'none' : 'update';
    case 'PATCH':
      return target.name === undefined ? 'none' : 'patch';
    case 'DELETE':
      return target.name === undefined ? 'deletecollection' : 'delete';
    default:
      return 'none';
  }
}

interface Wanted {
  readonly verb: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
}

function authorise(context: ServerContext, user: User, kind: ResourceKind, wanted: Wanted): void {
  const { verb, subresource, namespace, name } = wanted;
  const resource = subresource === undefined ? kind.plural : `${kind.plural}/${subresource}`;
  const place = { ...optional('namespace', namespace), ...optional('name', name) };
  const decision = context.access.decide(user, { verb, group: kind.group, resource, ...place });
  if (decision.allowed) {
    return;
  }
  const where =
    namespace === undefined ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  const why = `User "${user.name}" cannot ${verb} resource "${resource}" in API group "${kind.group}" ${where}`;
  const { reason } = decision;
  throw forbidden(kind, name ?? '', reason === '' ? why : `${why}: ${reason}`);
}
