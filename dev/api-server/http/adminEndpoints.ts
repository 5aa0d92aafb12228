/**
 * Endpoints that no Kubernetes has, for tests that drive this server from outside: fault rules,
 * breaking off watches, compaction.
 *
 *   GET    /__faults            the rules in force
 *   POST   /__faults            adds one rule or a list of rules, answers with their ids
 *   DELETE /__faults[?id=...]   removes one rule or all
 *   POST   /__watches/drop      breaks off every watch
 *   POST   /__compact           forgets past events: old resourceVersions give 410
 *   POST   ...                  what whoever started the server has added (`ApiServerOptions.admin`)
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseFaultRule } from '../faults';
import type { AdminAction, ServerContext } from '../verbs/ServerContext';
import { methodNotAllowed } from './ApiError';
import { parseBody, readBody } from './readBody';
import { sendJson } from './respond';

/** Serves the request if it is for one of the endpoints; false when it is not. */
export async function serveAdminEndpoint(
  context: ServerContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  switch (url.pathname) {
    case '/__faults':
      answer(response, await faults(context, request, url.searchParams));
      return true;
    case '/__watches/drop':
      requirePost(request);
      answer(response, { dropped: context.watches.dropAll() });
      return true;
    case '/__compact':
      requirePost(request);
      context.store.compact();
      context.snapshots.clear();
      answer(response, { compactedRevision: context.store.compactedRevision });
      return true;
    default:
      return serveAdded(context.admin.get(url.pathname), request, response);
  }
}

async function serveAdded(
  act: AdminAction | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (act === undefined) {
    return false;
  }
  requirePost(request);
  answer(response, await act(parseBody(await readBody(request), 'application/json')));
  return true;
}

async function faults(
  context: ServerContext,
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<unknown> {
  switch (request.method) {
    case 'GET':
      return context.faults.list();
    case 'POST': {
      const body = parseBody(await readBody(request), 'application/json');
      const rules = (Array.isArray(body) ? body : [body]).map(parseFaultRule);
      return { ids: rules.map((rule) => context.faults.add(rule)) };
    }
    case 'DELETE':
      context.faults.remove(query.get('id') ?? undefined);
      return context.faults.list();
    default:
      throw methodNotAllowed();
  }
}

function requirePost(request: IncomingMessage): void {
  if (request.method !== 'POST') {
    throw methodNotAllowed();
  }
}

function answer(response: ServerResponse, value: unknown): void {
  sendJson(response, 200, JSON.stringify(value));
}
