/**
 * What the console's server does to an API request on its way: takes the path prefix off, checks the CSRF
 * token of writes, and sends the bearer token of whoever the page acts as.
 */
import type { IncomingMessage } from 'node:http';

export const apiPrefix = '/api/kubernetes';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The value of a cookie, percent-decoded; empty when it is not there. */
export function cookieOf(request: IncomingMessage, name: string): string {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/);
  const found = cookies.find((entry) => entry.startsWith(`${name}=`));
  return decodeURIComponent(found?.slice(name.length + 1) ?? '');
}

/** Whether a write lacks the token that only a page of this origin can read from its cookie. */
export function lacksCsrfToken(request: IncomingMessage): boolean {
  if (reading.has(request.method ?? 'GET')) return false;
  const token = cookieOf(request, 'csrf-token');
  return token === '' || request.headers['x-csrftoken'] !== token;
}

/** Somebody the page can act as; without a token it is the cluster administrator. */
export interface ConsoleUser {
  readonly name: string;
  readonly token?: string;
}

/** The user that the page's cookie names, else the first one. */
export function userOf(request: IncomingMessage, users: readonly ConsoleUser[]) {
  const name = cookieOf(request, 'dev-user');
  return users.find((user) => user.name === name) ?? users[0];
}

/** Rewrites the request for the API server: path without the prefix, the user's token. */
export function toApiRequest(request: IncomingMessage, users: readonly ConsoleUser[]) {
  request.url = (request.url ?? '').slice(apiPrefix.length) || '/';
  const token = userOf(request, users)?.token;
  if (token !== undefined) request.headers.authorization = `Bearer ${token}`;
}
