/**
 * Keeps other web pages out. Whoever sits at this machine may use the console, but so could any page in
 * their browser: by a request from its own origin, by a WebSocket (which no same-origin policy stops),
 * or by a name of its own that resolves to 127.0.0.1 (DNS rebinding). Behind the console may stand a
 * real cluster and somebody's rights, hence no way in for any of them.
 */
import type { IncomingMessage } from 'node:http';

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

function hostnameOf(host: string): string {
  const url = `http://${host}`;
  return URL.canParse(url) ? new URL(url).hostname : '';
}

/**
 * @param listensOn the address of the console; on one that is not of this machine alone, any host name
 *   may be meant
 * @returns why the request is not from a page of this console; undefined when it may be
 */
export function findStranger(request: IncomingMessage, listensOn: string): string | undefined {
  const { host = '', origin } = request.headers;
  if (loopback.has(listensOn) && !loopback.has(hostnameOf(host))) {
    return `This console is not served as "${host}"`;
  }
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
    return `This console does not answer pages of ${origin}`;
  }
  const site = request.headers['sec-fetch-site'];
  const isOther = site === 'cross-site' || site === 'same-site';
  // Following a link to the console from another page is fine; fetching from it there is not.
  if (isOther && request.headers['sec-fetch-mode'] !== 'navigate') {
    return 'This console does not answer other pages';
  }
  return undefined;
}
