/** Serves the files of one folder, and nothing outside it. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'application/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Answers 404 in plain text, as the console does for a plugin's missing file. */
export function notFound(response: ServerResponse, what: string) {
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${what} not found\n`);
}

/**
 * Sends `file` of `folder`.
 * @param file relative, percent-decoded
 * @param cacheControl what the browser may keep
 */
export async function serveFile(
  response: ServerResponse,
  folder: string,
  file: string,
  cacheControl = 'no-cache',
) {
  const full = path.resolve(folder, `./${file}`);
  if (!full.startsWith(`${folder}${path.sep}`)) {
    notFound(response, file);
    return;
  }
  const found = await stat(full).catch(() => undefined);
  if (!found?.isFile()) {
    notFound(response, file);
    return;
  }
  response.writeHead(200, {
    'Content-Type': contentTypes[path.extname(full)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Cache-Control': cacheControl,
    'X-Content-Type-Options': 'nosniff',
  });
  createReadStream(full).pipe(response);
}
