/**
 * Reads the body of a request and turns JSON, YAML or protobuf into a value. kubectl sends JSON for
 * custom kinds, protobuf for native ones that it makes itself, and YAML for server-side apply.
 */
import type { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import { PROTOBUF, decodeProtobuf } from '../protobuf/decodeProtobuf';
import { badRequest, unsupportedMediaType } from './ApiError';

/** The body as it came; an aborted upload rejects. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
  }
  return Buffer.concat(chunks);
}

/** The media type of the body without parameters, lower case; JSON when the client does not say. */
export function mediaType(request: IncomingMessage): string {
  const header = request.headers['content-type'] ?? 'application/json';
  return (header.split(';')[0] ?? '').trim().toLowerCase();
}

/** Parses a body by its media type; 400 when broken, 415 for a format that is not understood. */
export function parseBody(body: Buffer, type: string): unknown {
  if (type === PROTOBUF) {
    const decoded = decodeProtobuf(body);
    if (decoded !== undefined) {
      return decoded;
    }
    throw unsupportedMediaType(['application/json', 'application/yaml']);
  }
  const text = body.toString('utf8');
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
