/**
 * Writes answers: JSON bodies, Status errors, warnings.
 */
import type { ServerResponse } from 'node:http';
import { ApiError } from './ApiError';

const JSON_TYPE = 'application/json';

/** Sends JSON text. Warnings become `Warning: 299` headers, as kubectl and the console show them. */
export function sendJson(
  response: ServerResponse,
  code: number,
  text: string,
  options: { readonly contentType?: string; readonly warnings?: readonly string[] } = {},
): void {
  const body = Buffer.from(text, 'utf8');
  const warnings = (options.warnings ?? []).map(
    (warning) => `299 - "${warning.replace(/["\\]/g, '\\$&').replace(/[^\x20-\x7e]/g, ' ')}"`,
  );
  response.writeHead(code, {
    'Content-Type': options.contentType ?? JSON_TYPE,
    'Content-Length': body.length,
    'Cache-Control': 'no-cache, private',
    ...(warnings.length === 0 ? {} : { Warning: warnings }),
  });
  response.end(body);
}

/** Sends an error as a Status; anything that is not an ApiError is a fault of this server (500). */
export function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy(); // too late for a status: breaking off is all that tells the client
    return;
  }
  const apiError = error instanceof ApiError ? error : internalError(error);
  sendJson(response, apiError.status.code, JSON.stringify(apiError.status));
}

/** The 500 for an error nobody expected. */
export function internalError(error: unknown): ApiError {
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new ApiError(500, 'InternalError', `Internal error occurred: ${why}`, {
    causes: [{ message: why }],
  });
}

/** `404 page not found`, what an API server says outside its API. */
export function sendPageNotFound(response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end('404 page not found\n');
}
