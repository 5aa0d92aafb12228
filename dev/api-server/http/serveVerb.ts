/**
 * Carries out one resolved request and writes its answer. What the verbs mean is in verbs/; here is
 * how their results look on the wire.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerReview } from '../access/reviews';
import { stringAt } from '../json';
import { CREATE_ONLY, apiVersionOf } from '../kinds/resourceKind';
import type { KubeObject } from '../kubeObject';
import type { StoredObject } from '../storage/StoredObject';
import { createObject } from '../verbs/createObject';
import { deleteObject } from '../verbs/deleteObject';
import { listJson, selectPage } from '../verbs/listObjects';
import { patchObject } from '../verbs/patchObject';
import type { ServerContext } from '../verbs/ServerContext';
import { sourceOf } from '../verbs/source';
import { updateObject } from '../verbs/updateObject';
import type { WriteOptions, WriteResult } from '../verbs/writeOptions';
import { parseWriteOptions } from '../verbs/writeOptions';
import { prepareWatch, startWatch } from '../watch/startWatch';
import { responseSink } from '../watch/watchSinks';
import {
  badRequest,
  deletedStatus,
  forbidden,
  invalid,
  invalidValue,
  methodNotAllowed,
  notFound,
} from './ApiError';
import { mediaType, parseBody } from './readBody';
import { readDeleteOptions } from './readDeleteOptions';
import { chooseRepresentation, metadataOnly, tableOf, tableRow } from './representation';
import type { ResolvedRequest } from './resolveRequest';
import { sendJson } from './respond';

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The body, read already. */
  readonly body: Buffer;
}

/** Serves any verb but a WebSocket watch. */
export function serveVerb(
  context: ServerContext,
  resolved: ResolvedRequest,
  exchange: Exchange,
): void {
  if (resolved.kind.verbs === CREATE_ONLY) {
    serveReview(context, resolved, exchange);
    return;
  }
  switch (resolved.verb) {
    case 'get':
      serveGet(context, resolved, exchange);
      return;
    case 'list':
      serveList(context, resolved, exchange);
      return;
    case 'watch':
      serveWatch(context, resolved, exchange);
      return;
    case 'create':
    case 'update':
    case 'patch':
      serveWrite(context, resolved, exchange);
      return;
    case 'delete':
      serveDelete(context, resolved, exchange);
      return;
    case 'deletecollection':
      serveDeleteCollection(context, resolved, exchange);
      return;
    default:
      throw methodNotAllowed();
  }
}

function serveReview(context: ServerContext, resolved: ResolvedRequest, exchange: Exchange): void {
  const input = parseBody(exchange.body, mediaType(exchange.request));
  const review = answerReview(resolved.kind, input, resolved.user, context.access);
  sendJson(exchange.response, 201, JSON.stringify(review));
}

function storedObject(context: ServerContext, resolved: ResolvedRequest): StoredObject {
  const { kind, namespace, name = '' } = resolved;
  const stored = context.store.get(kind, namespace, name);
  if (stored === undefined) {
    throw notFound(kind, name);
  }
  return stored;
}

function serveGet(context: ServerContext, resolved: ResolvedRequest, exchange: Exchange): void {
  const { kind, version, namespace, name = '', user } = resolved;
  const source = sourceOf(context, kind, version, user);
  const stored = context.store.get(source.kind, namespace, name);
  if (stored !== undefined && !source.isVisible(stored.object)) {
    const why = `User "${user.name}" cannot get resource "${kind.plural}" in API group "${kind.group}" in the namespace "${name}"`;
    throw forbidden(kind, name, why);
  }
  if (stored === undefined) {
    throw notFound(kind, name);
  }
  const representation = chooseRepresentation(exchange.request.headers.accept, resolved.query);
  const text =
    representation.as === 'object'
      ? source.renderJson(stored)
      : JSON.stringify(dressed(context, resolved, exchange, source.render(stored)));
  sendJson(exchange.response, 200, text, { warnings: deprecation(resolved) });
}

function serveList(context: ServerContext, resolved: ResolvedRequest, exchange: Exchange): void {
  const { kind, version, user, query } = resolved;
  const source = sourceOf(context, kind, version, user);
  const representation = chooseRepresentation(exchange.request.headers.accept, query);
  const text = listJson(context, { ...resolved, source }, representation);
  sendJson(exchange.response, 200, text, { warnings: deprecation(resolved) });
}

function serveWatch(context: ServerContext, resolved: ResolvedRequest, exchange: Exchange): void {
  const { kind, version, user, query } = resolved;
  const source = sourceOf(context, kind, version, user);
  const watch = { ...resolved, source };
  prepareWatch(watch);
  const representation = chooseRepresentation(exchange.request.headers.accept, query);
  const contentType =
    representation.as === 'object'
      ? 'application/json'
      : ((exchange.request.headers.accept ?? '').split(',')[0] ?? 'application/json');
  startWatch(context, watch, representation, responseSink(exchange.response, contentType));
}

function serveWrite(context: ServerContext, resolved: ResolvedRequest, exchange: Exchange): void {
  const { kind, version, namespace, subresource, name = '', verb, query } = resolved;
  const options: WriteOptions = {
    kind,
    version,
    ...(namespace === undefined ? {} : { namespace }),
    ...(subresource === undefined ? {} : { subresource }),
    ...parseWriteOptions(exchange.request, query),
  };
  const type = mediaType(exchange.request);
  if (type === 'application/apply-patch+yaml' && query.get('fieldManager') === null) {
    const message =
      'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch';
    throw badRequest(message);
  }
  let result: WriteResult;
  if (verb === 'patch') {
    result = patchObject(context, name, { type, bytes: exchange.body }, options);
  } else {
    const input = parseBody(exchange.body, type);
    result =
      verb === 'create'
        ? createObject(context, input, options)
        : putObject(context, resolved, input, options);
  }
  const shown: KubeObject = { ...result.object, apiVersion: apiVersionOf(kind, version) };
  sendJson(
    exchange.response,
    result.created ? 201 : 200,
    JSON.stringify(dressed(context, resolved, exchange, shown)),
    { warnings: [...deprecation(resolved), ...result.warnings] },
  );
}

/** PUT: the name in the body is that of the URL, and custom kinds insist on a resourceVersion. */
function putObject(
  context: ServerContext,
  resolved: ResolvedRequest,
  input: unknown,
  options: WriteOptions,
): WriteResult {
  const { kind, name = '' } = resolved;
  const given = stringAt(input, 'metadata', 'name');
  if (given !== name) {
    throw badRequest(
      `the name of the object (${given}) does not match the name on the URL (${name})`,
    );
  }
  const stored = storedObject(context, resolved);
  if (kind.origin === 'custom' && stringAt(input, 'metadata', 'resourceVersion') === '') {
    const error = invalidValue('metadata.resourceVersion', 0, 'must be specified for an update');
    throw invalid(kind, name, [error]);
  }
  return updateObject(context, stored, input, options);
}

function serveDelete(context: ServerContext, resolved: ResolvedRequest, exchange: Exchange): void {
  const { kind, name = '' } = resolved;
  const options = readDeleteOptions(resolved.query, exchange.request, exchange.body);
  const result = deleteObject(context, kind, storedObject(context, resolved), options);
  const answer = result.gone
    ? deletedStatus(kind, name, result.object.metadata.uid)
    : dressed(context, resolved, exchange, result.object);
  sendJson(exchange.response, 200, JSON.stringify(answer));
}

function serveDeleteCollection(
  context: ServerContext,
  resolved: ResolvedRequest,
  exchange: Exchange,
): void {
  const { kind, version, user } = resolved;
  const source = sourceOf(context, kind, version, user);
  const options = readDeleteOptions(resolved.query, exchange.request, exchange.body);
  const { objects } = selectPage(context, { ...resolved, source });
  const items = objects.map((stored) => deleteObject(context, kind, stored, options).object);
  const apiVersion = apiVersionOf(kind, version);
  const metadata = { resourceVersion: String(context.store.revision) };
  const list = { kind: `${kind.kind}List`, apiVersion, metadata, items };
  sendJson(exchange.response, 200, JSON.stringify(list));
}

function dressed(
  context: ServerContext,
  { kind, query }: ResolvedRequest,
  { request }: Exchange,
  object: KubeObject,
): unknown {
  const representation = chooseRepresentation(request.headers.accept, query);
  if (representation.as === 'table') {
    const row = tableRow(kind, object, representation.include, context.now());
    return tableOf(kind, [row], { resourceVersion: object.metadata.resourceVersion });
  }
  return representation.as === 'metadata' ? metadataOnly(object) : object;
}

/** NMState's beta version of its policies and operator is deprecated and says so. */
function deprecation({ kind, version }: ResolvedRequest): readonly string[] {
  const isOld = kind.group === 'nmstate.io' && version === 'v1beta1' && kind.versions[0] === 'v1';
  return isOld ? [`nmstate.io/v1beta1 ${kind.kind} is deprecated; use nmstate.io/v1`] : [];
}
