/**
 * From URL and method to a verb on a kind by a user who may do it: the steps that HTTP requests and
 * WebSockets share, in the order of a real server (route, authenticate, authorise).
 */
import type { IncomingMessage } from 'node:http';
import type { User } from '../access/user';
import { authenticate, impersonatedUser } from '../access/user';
import type { ResourceKind } from '../kinds/resourceKind';
import type { ServerContext } from '../verbs/ServerContext';
import { forbidden, methodNotAllowed, unknownResource } from './ApiError';
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
    const kind = { id: 'users', group: '', plural: 'users' } as ResourceKind;
    const why = `User "${user.name}" cannot impersonate resource "users" in API group "" at the cluster scope`;
    throw forbidden(kind, acted.name, why);
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
  const known = subresource === undefined || subresource === 'status' || subresource === 'finalize';
  if (!known || (subresource === 'status' && !kind.statusSubresource)) {
    throw unknownResource();
  }
  const verb = verbOf(request.method ?? 'GET', target, query);
  const baseVerb = verb as (typeof kind.verbs)[number];
  if (!kind.verbs.includes(baseVerb)) {
    throw methodNotAllowed();
  }
  const name = target.name ?? selectedName(query.get('fieldSelector') ?? '');
  authorise(context, user, kind, { ...target, ...(name === undefined ? {} : { name }) }, verb);
  return {
    kind,
    version: target.version,
    verb,
    ...(target.namespace === undefined ? {} : { namespace: target.namespace }),
    ...(target.name === undefined ? {} : { name: target.name }),
    ...(subresource === undefined ? {} : { subresource }),
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

function authorise(
  context: ServerContext,
  user: User,
  kind: ResourceKind,
  target: ResourceTarget,
  verb: string,
): void {
  const { name, subresource } = target;
  // A namespace counts as inside itself, so that rights in a project cover the project's namespace.
  const namespace = target.namespace ?? (kind.id === 'namespaces' ? name : undefined);
  const resource = subresource === undefined ? kind.plural : `${kind.plural}/${subresource}`;
  const asked = {
    verb,
    group: kind.group,
    resource,
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
  };
  if (context.access.decide(user, asked).allowed) {
    return;
  }
  const where =
    namespace === undefined ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  const why = `User "${user.name}" cannot ${verb} resource "${resource}" in API group "${kind.group}" ${where}`;
  throw forbidden(kind, name ?? '', why);
}
