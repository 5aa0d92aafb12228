/**
 * What the console's server does to an API request on its way: takes the path prefix off, checks the CSRF
 * token of writes, and impersonates whoever the page acts as.
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

/**
 * Rewrites the request for the API server: path without the prefix, `Impersonate-User` for the chosen user.
 * @param defaultUser who the page acts as by default: not impersonated
 */
export function toApiRequest(request: IncomingMessage, defaultUser: string) {
  request.url = (request.url ?? '').slice(apiPrefix.length) || '/';
  const user = cookieOf(request, 'dev-user');
  if (user !== '' && user !== defaultUser) request.headers['impersonate-user'] = user;
}
