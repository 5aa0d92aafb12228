/**
 * What the tests of the server talk to it with: fetch with JSON in and out, watches whose events can
 * be waited for, and a wait for conditions. Nothing here sleeps for a fixed time.
 */
import { WebSocket } from 'ws';
import type { JsonRecord } from '../json';
import { isRecord } from '../json';

interface Answer {
  readonly status: number;
  readonly body: JsonRecord;
  readonly headers: Headers;
}

interface CallOptions {
  readonly method?: string;
  readonly body?: unknown;
  readonly type?: string;
  readonly accept?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const MERGE = 'application/merge-patch+json';
export const JSON_PATCH = 'application/json-patch+json';
export const STRATEGIC = 'application/strategic-merge-patch+json';
export const APPLY = 'application/apply-patch+yaml';

/** One call to the server; the body is sent as JSON, and read as JSON when it is JSON. */
export async function call(base: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const { method = 'GET', body, type = 'application/json', accept, token, headers } = options;
  const response = await fetch(base + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': type }),
      ...(accept === undefined ? {} : { Accept: accept }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
  const parsed: unknown = isJson ? JSON.parse(text) : { text };
  return {
    status: response.status,
    body: isRecord(parsed) ? parsed : { value: parsed },
    headers: response.headers,
  };
}

interface WatchEvent {
  readonly type: string;
  readonly object: JsonRecord;
}

export interface OpenWatch {
  readonly events: readonly WatchEvent[];
  /** Resolves with the first event, old or new, that fits; rejects after five seconds. */
  next(fits: (event: WatchEvent) => boolean): Promise<WatchEvent>;
  /** Resolves when the server has ended the watch, with how it ended. */
  readonly ended: Promise<'closed' | 'broken'>;
  close(): void;
}

/** Opens a watch over chunked HTTP; resolves once the server has answered with headers. */
export async function watchHttp(base: string, path: string, accept?: string): Promise<OpenWatch> {
  const abort = new AbortController();
  const response = await fetch(base + path, {
    signal: abort.signal,
    ...(accept === undefined ? {} : { headers: { Accept: accept } }),
  });
  const log = new EventLog();
  const ended = readLines(response, log);
  return { events: log.events, next: (fits) => log.next(fits), ended, close: () => abort.abort() };
}

async function readLines(response: Response, log: EventLog): Promise<'closed' | 'broken'> {
  if (response.body === null) {
    return 'closed';
  }
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const lines = (rest + decoder.decode(read.value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach((line) => log.add(line));
    }
    return 'closed';
  } catch {
    return 'broken'; // aborted here or dropped by the server
  }
}

/** Opens a watch over a WebSocket; resolves once it is open. */
export async function watchSocket(
  base: string,
  path: string,
  protocols: readonly string[] = [],
): Promise<OpenWatch> {
  const socket = new WebSocket(base.replace('http', 'ws') + path, [...protocols]);
  const log = new EventLog();
  socket.binaryType = 'nodebuffer';
  socket.on('message', (data, isBinary) => {
    if (isBinary || !Buffer.isBuffer(data)) {
      throw new Error('a watch sends text frames only');
    }
    log.add(data.toString('utf8'));
  });
  const ended = new Promise<'closed' | 'broken'>((resolve) => {
    socket.on('close', (code) => resolve(code === 1006 ? 'broken' : 'closed'));
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  return { events: log.events, next: (fits) => log.next(fits), ended, close: () => socket.close() };
}

class EventLog {
  readonly events: WatchEvent[] = [];
  private readonly waiting = new Set<() => void>();

  add(line: string): void {
    const parsed: unknown = JSON.parse(line);
    if (isRecord(parsed) && typeof parsed.type === 'string' && isRecord(parsed.object)) {
      this.events.push({ type: parsed.type, object: parsed.object });
      [...this.waiting].forEach((check) => check());
    }
  }

  next(fits: (event: WatchEvent) => boolean): Promise<WatchEvent> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const seen = this.events.map((event) => event.type).join(', ');
        reject(new Error(`no such event within 5 s; seen: ${seen || 'none'}`));
      }, 5000);
      const check = (): void => {
        const found = this.events.find(fits);
        if (found !== undefined) {
          clearTimeout(timer);
          this.waiting.delete(check);
          resolve(found);
        }
      };
      this.waiting.add(check);
      check();
    });
  }
}

/** Asks until the answer fits; rejects after five seconds with the last answer. */
export async function eventually<T>(
  ask: () => Promise<T>,
  fits: (answer: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + 5000;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`condition not met within 5 s; last answer: ${JSON.stringify(answer)}`);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
