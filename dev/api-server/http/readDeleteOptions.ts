/**
 * The options of a deletion: clients send them as a DeleteOptions body (kubectl) or in the query (the
 * console), or both.
 */
import type { IncomingMessage } from 'node:http';
import { arrayAt, isRecord, recordAt } from '../json';
import type { DeleteOptions } from '../verbs/deleteObject';
import { parseDryRun } from '../verbs/writeOptions';
import { badRequest } from './ApiError';
import { mediaType, parseBody } from './readBody';

/** DeleteOptions from the body, completed from the query; throws 400 for values unknown to both. */
export function readDeleteOptions(
  query: URLSearchParams,
  request: IncomingMessage,
  bytes: Buffer,
): DeleteOptions {
  const body: unknown = bytes.length === 0 ? {} : parseBody(bytes, mediaType(request));
  const given = isRecord(body) ? body : {};
  const propagation = given.propagationPolicy ?? query.get('propagationPolicy') ?? undefined;
  if (
    propagation !== undefined &&
    propagation !== 'Background' &&
    propagation !== 'Foreground' &&
    propagation !== 'Orphan'
  ) {
    throw badRequest(
      `propagationPolicy: Unsupported value: ${JSON.stringify(propagation)}: supported values: "Background", "Foreground", "Orphan"`,
    );
  }
  const { uid, resourceVersion } = recordAt(given, 'preconditions');
  const dryRun = [...query.getAll('dryRun'), ...arrayAt(given, 'dryRun')];
  return {
    ...(propagation === undefined ? {} : { propagation }),
    dryRun: parseDryRun(dryRun),
    preconditions: {
      ...(typeof uid === 'string' ? { uid } : {}),
      ...(typeof resourceVersion === 'string' ? { resourceVersion } : {}),
    },
  };
}
