/**
 * Reads the body of a request as text and turns JSON or YAML into a value. kubectl sends JSON,
 * server-side apply sends YAML.
 */
import type { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import { badRequest, unsupportedMediaType } from './ApiError';

/** The body as text; an aborted upload rejects. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The media type of the body without parameters, lower case; JSON when the client does not say. */
export function mediaType(request: IncomingMessage): string {
  const header = request.headers['content-type'] ?? 'application/json';
  return (header.split(';')[0] ?? '').trim().toLowerCase();
}

/** Parses a body that is JSON or YAML by its media type; 400 when broken, 415 for other formats. */
export function parseBody(text: string, type: string): unknown {
  if (type.endsWith('yaml')) {
    return attempt(() => parse(text) as unknown);
  }
  if (type.endsWith('json') || type === '*/*' || type === 'text/plain') {
    return attempt(() => JSON.parse(text) as unknown);
  }
  throw unsupportedMediaType(['application/json', 'application/yaml']);
}

function attempt(parser: () => unknown): unknown {
  try {
    return parser();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw badRequest(`unable to read the body of the request: ${why}`);
  }
}
