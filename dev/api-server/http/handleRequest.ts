/**
 * The way of one HTTP request through the server: documents and admin endpoints first, then route,
 * user, rights, faults, verb.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { FaultResponse } from '../faults';
import type { ServerContext } from '../verbs/ServerContext';
import { serveAdminEndpoint } from './adminEndpoints';
import { ApiError } from './ApiError';
import { readBody } from './readBody';
import { readDeleteOptions } from './readDeleteOptions';
import type { ResolvedRequest, Users } from './resolveRequest';
import { readUrl, resolveRequest, resolveUser } from './resolveRequest';
import { sendError } from './respond';
import { serveDocument } from './serveDocument';
import { serveVerb } from './serveVerb';

/** Answers the request; every failure becomes an answer, nothing is thrown. */
export async function handleRequest(
  context: ServerContext,
  request: IncomingMessage,
  response: ServerResponse,
  users: Users,
): Promise<void> {
  try {
    await route(context, request, response, users);
  } catch (error) {
    sendError(response, error);
  }
}

async function route(
  context: ServerContext,
  request: IncomingMessage,
  response: ServerResponse,
  users: Users,
): Promise<void> {
  if (await serveAdminEndpoint(context, request, response)) {
    return;
  }
  const { target, query } = readUrl(request);
  if (target.type === 'other') {
    resolveUser(context, request, users);
    serveDocument(context.kinds, target.segments, request, response);
    return;
  }
  const resolved = resolveRequest(context, request, target, query, users);
  const body = await readBody(request);
  const fault = context.faults.match({
    ...faultSubject(resolved),
    dryRun: isDryRun(resolved, request, body),
  });
  if (fault === 'drop') {
    response.destroy();
    return;
  }
  await suffer(fault);
  if (!response.destroyed) {
    serveVerb(context, resolved, { request, response, body });
  }
}

/** What fault rules look at in a request. */
export function faultSubject(resolved: ResolvedRequest): {
  verb: string;
  plural: string;
  id: string;
  subresource?: string;
  namespace?: string;
  name?: string;
} {
  const { kind, verb, subresource, namespace, name } = resolved;
  return {
    verb,
    plural: kind.plural,
    id: kind.id,
    ...(subresource === undefined ? {} : { subresource }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
  };
}

/** Waits or throws, as the fault says. A fault that drops the connection is the caller's work. */
export async function suffer(fault: Exclude<FaultResponse, 'drop'> | undefined): Promise<void> {
  if (fault === undefined) {
    return;
  }
  if ('delayMs' in fault) {
    await delay(fault.delayMs);
    return;
  }
  throw new ApiError(fault.status, fault.reason, fault.message);
}

function isDryRun(resolved: ResolvedRequest, request: IncomingMessage, body: Buffer): boolean {
  if (resolved.verb === 'delete' || resolved.verb === 'deletecollection') {
    return readDeleteOptions(resolved.query, request, body).dryRun === true;
  }
  return resolved.query.getAll('dryRun').includes('All');
}
