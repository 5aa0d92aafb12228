/**
 * A small Kubernetes client over HTTP: lists in pages, single objects, both patch kinds, the status
 * subresource and a read-modify-write with conflict retry. It knows nothing of the server behind
 * the URL, so the operators would run against any Kubernetes API.
 * Source: Kubernetes API concepts (pages, resourceVersion, optimistic concurrency).
 */
import { setMaxListeners } from 'node:events';
import type { KubeObject } from '../api-server/kubeObject';
import type { ResourceRef } from './resources';
import { resourcePath } from './resources';
import { sleep } from './sleep';

/** An answer other than 2xx, with the server's Status message. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    message: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

export const hasStatus = (error: unknown, status: number): boolean =>
  error instanceof ApiError && error.status === status;

export interface ObjectKey {
  namespace?: string;
  name: string;
}

export const keyOf = ({ metadata }: KubeObject): ObjectKey => ({
  ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }),
  name: metadata.name,
});

export interface ObjectList<T extends KubeObject> {
  items: T[];
  resourceVersion: string;
}

export interface ClientOptions {
  url: string;
  token?: string;
  /** Aborts every request, also the running ones. */
  signal: AbortSignal;
}

interface RequestOptions {
  method?: string;
  query?: Record<string, string>;
  body?: unknown;
  contentType?: string;
  signal?: AbortSignal;
}

const PAGE = 500;
const CONFLICT_TRIES = 12;

export class KubeClient {
  constructor(private readonly options: ClientOptions) {
    // Each request and each pause listens while it lasts, and a large cluster has many at a time.
    setMaxListeners(0, options.signal);
  }

  get signal(): AbortSignal {
    return this.options.signal;
  }

  /** Every object of a resource, page by page, and the resourceVersion to watch from. */
  async list<T extends KubeObject>(ref: ResourceRef, namespace?: string): Promise<ObjectList<T>> {
    const items: T[] = [];
    let resourceVersion = '';
    let next = '';
    do {
      const query = { limit: String(PAGE), ...(next === '' ? {} : { continue: next }) };
      const page = (await this.json(resourcePath(ref, namespace), { query })) as {
        items: T[];
        metadata?: { resourceVersion?: string; continue?: string };
      };
      const apiVersion = ref.group === '' ? ref.version : `${ref.group}/${ref.version}`;
      for (const item of page.items) items.push({ ...item, apiVersion, kind: ref.kind });
      resourceVersion = page.metadata?.resourceVersion ?? '';
      next = page.metadata?.continue ?? '';
    } while (next !== '');
    return { items, resourceVersion };
  }

  async get<T extends KubeObject>(ref: ResourceRef, key: ObjectKey): Promise<T> {
    return (await this.json(resourcePath(ref, key.namespace, key.name))) as T;
  }

  /** The object, or undefined when there is none. */
  async find<T extends KubeObject>(ref: ResourceRef, key: ObjectKey): Promise<T | undefined> {
    try {
      return await this.get<T>(ref, key);
    } catch (error) {
      if (hasStatus(error, 404)) return undefined;
      throw error;
    }
  }

  async create<T extends KubeObject>(ref: ResourceRef, object: T): Promise<T> {
    const path = resourcePath(ref, object.metadata.namespace);
    return (await this.json(path, { method: 'POST', body: object })) as T;
  }

  async replace<T extends KubeObject>(ref: ResourceRef, object: T): Promise<T> {
    const path = resourcePath(ref, object.metadata.namespace, object.metadata.name);
    return (await this.json(path, { method: 'PUT', body: object })) as T;
  }

  /** Writes the status, by the subresource where there is one. */
  async replaceStatus<T extends KubeObject>(ref: ResourceRef, object: T): Promise<T> {
    const path = resourcePath(ref, object.metadata.namespace, object.metadata.name);
    const target = ref.statusSubresource ? `${path}/status` : path;
    return (await this.json(target, { method: 'PUT', body: object })) as T;
  }

  async patchJson<T extends KubeObject>(
    ref: ResourceRef,
    key: ObjectKey,
    operations: object[],
  ): Promise<T> {
    return (await this.json(resourcePath(ref, key.namespace, key.name), {
      method: 'PATCH',
      body: operations,
      contentType: 'application/json-patch+json',
    })) as T;
  }

  async patchMerge<T extends KubeObject>(
    ref: ResourceRef,
    key: ObjectKey,
    patch: object,
  ): Promise<T> {
    return (await this.json(resourcePath(ref, key.namespace, key.name), {
      method: 'PATCH',
      body: patch,
      contentType: 'application/merge-patch+json',
    })) as T;
  }

  /** Deletes the object; one that is gone already is no error. */
  async remove(ref: ResourceRef, key: ObjectKey): Promise<void> {
    try {
      await this.json(resourcePath(ref, key.namespace, key.name), { method: 'DELETE' });
    } catch (error) {
      if (!hasStatus(error, 404)) throw error;
    }
  }

  /**
   * Reads, edits and writes an object, again from the start when somebody else was faster.
   * @param edit gives the new object, or undefined to leave it as it is
   * @returns what is stored now; undefined when the object does not exist
   */
  update<T extends KubeObject>(
    ref: ResourceRef,
    key: ObjectKey,
    edit: (object: T) => T | undefined,
  ): Promise<T | undefined> {
    return this.retryConflicts(ref, key, edit, (object) => this.replace(ref, object));
  }

  /** As `update`, for the status. */
  updateStatus<T extends KubeObject>(
    ref: ResourceRef,
    key: ObjectKey,
    edit: (object: T) => T | undefined,
  ): Promise<T | undefined> {
    return this.retryConflicts(ref, key, edit, (object) => this.replaceStatus(ref, object));
  }

  private async retryConflicts<T extends KubeObject>(
    ref: ResourceRef,
    key: ObjectKey,
    edit: (object: T) => T | undefined,
    write: (object: T) => Promise<T>,
  ): Promise<T | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      const current = await this.find<T>(ref, key);
      if (!current) return undefined;
      const edited = edit(current);
      if (!edited) return current;
      try {
        return await write(edited);
      } catch (error) {
        if (hasStatus(error, 404)) return undefined;
        if (!hasStatus(error, 409) || attempt === CONFLICT_TRIES) throw error;
        await sleep(attempt, this.signal);
      }
    }
  }

  /**
   * A signal of its own for each request: fetch leaves its listener on the signal that it is given until
   * garbage is collected, and the client's own lives as long as the cluster.
   */
  private async json(path: string, options: RequestOptions = {}): Promise<unknown> {
    const own = new AbortController();
    const abort = (): void => own.abort(this.signal.reason);
    if (this.signal.aborted) abort();
    this.signal.addEventListener('abort', abort, { once: true });
    try {
      const response = await this.request(path, { ...options, signal: own.signal });
      return await response.json();
    } finally {
      this.signal.removeEventListener('abort', abort);
    }
  }

  /** The raw answer; throws ApiError unless it is 2xx. */
  async request(path: string, options: RequestOptions = {}): Promise<Response> {
    const { method = 'GET', query = {}, body, contentType = 'application/json' } = options;
    const search = new URLSearchParams(query).toString();
    const response = await fetch(`${this.options.url}${path}${search && `?${search}`}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': contentType }),
        ...(this.options.token === undefined
          ? {}
          : { authorization: `Bearer ${this.options.token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: options.signal ?? this.options.signal,
    });
    if (response.ok) return response;
    const status = (await response.json().catch(() => ({}))) as {
      message?: string;
      reason?: string;
    };
    const what = `${method} ${path}`;
    throw new ApiError(
      response.status,
      status.reason ?? '',
      `${what} was answered ${response.status}: ${status.message ?? response.statusText}`,
    );
  }
}
