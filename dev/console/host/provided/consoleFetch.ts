/**
 * The console's fetch: same-origin, with the CSRF token that the server set as a cookie, a time limit, and
 * the SDK's HttpError for every answer that is not 2xx or 304, its message taken from the Status object.
 */
import { HttpError } from '@openshift-console/dynamic-plugin-sdk/lib/utils/error/http-error';

const defaultTimeoutMs = 60_000;
const writing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

function csrfToken() {
  const cookie = document.cookie.split('; ').find((entry) => entry.startsWith('csrf-token='));
  return cookie?.slice('csrf-token='.length) ?? '';
}

interface StatusBody {
  readonly message?: string;
}

async function toError(response: Response): Promise<HttpError> {
  const text = await response.text();
  let body: StatusBody | undefined;
  try {
    body = JSON.parse(text) as StatusBody;
  } catch {
    // Not every error is a Status object: a proxy answers in plain text, which is then the message.
  }
  const message = body?.message ?? (text || response.statusText);
  return new HttpError(message, response.status, response, body);
}

/**
 * Fetches like `fetch`.
 * @param timeout milliseconds; null or 0 for none
 * @throws HttpError for an answer that is neither 2xx nor 304
 */
export async function coFetch(
  url: string,
  options: RequestInit = {},
  timeout: number | null = defaultTimeoutMs,
): Promise<Response> {
  const headers = new Headers(options.headers);
  if (writing.has(options.method ?? 'GET')) headers.set('X-CSRFToken', csrfToken());
  const signals = [options.signal, timeout ? AbortSignal.timeout(timeout) : null];
  const response = await fetch(url, {
    credentials: 'same-origin',
    ...options,
    headers,
    signal: AbortSignal.any(signals.filter((signal) => signal != null)),
  });
  if (response.ok || response.status === 304) return response;
  throw await toError(response);
}

/** Fetches text. */
export async function coFetchText(url: string, options?: RequestInit, timeout?: number | null) {
  return (await coFetch(url, options, timeout)).text();
}

async function fetchJson(
  url: string,
  method = 'GET',
  options: RequestInit = {},
  timeout?: number | null,
): Promise<unknown> {
  const headers = new Headers(options.headers);
  if (!headers.has('Accept')) headers.set('Accept', 'application/json');
  const response = await coFetch(url, { ...options, method, headers }, timeout);
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json') ?? false;
  return isJson && text !== '' ? (JSON.parse(text) as unknown) : text;
}

function sender(method: string, contentType: string) {
  return (
    url: string,
    body: unknown,
    options: RequestInit | null = {},
    timeout?: number | null,
  ): Promise<unknown> => {
    const headers = new Headers(options?.headers);
    if (!headers.has('Content-Type') && body != null) headers.set('Content-Type', contentType);
    return fetchJson(
      url,
      method,
      { ...options, headers, ...(body == null ? {} : { body: JSON.stringify(body) }) },
      timeout,
    );
  };
}

/** Fetches JSON; `.post`, `.put`, `.patch` (JSON patch) and `.delete` send it. */
export const coFetchJSON = Object.assign(fetchJson, {
  post: sender('POST', 'application/json'),
  put: sender('PUT', 'application/json'),
  patch: sender('PATCH', 'application/json-patch+json'),
  delete: sender('DELETE', 'application/json'),
});
