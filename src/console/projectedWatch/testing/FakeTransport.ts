/**
 * A transport under the control of a test: lists are answered by hand, sockets are opened, fed and
 * dropped by hand.
 */
import type { KubeObject } from '../../../cluster/kubeObject';
import type { Meta } from '../../../cluster/meta';
import { ApiError } from '../../ApiError';
import type { ListPage, Socket, WatchTransport } from '../WatchTransport';

export interface Thing {
  readonly meta: Meta;
  readonly size: unknown;
}

/** A raw object with the least that a watch reads. */
export const rawThing = (name: string, version: number, size: unknown = 0): KubeObject => ({
  metadata: { uid: `uid-${name}`, namespace: 'ns', name, resourceVersion: String(version) },
  spec: { size },
});

const metaOf = (raw: KubeObject): Meta => ({
  uid: String(raw.metadata?.uid),
  resourceVersion: String(raw.metadata?.resourceVersion),
  name: String(raw.metadata?.name),
  namespace: String(raw.metadata?.namespace),
  generation: 1,
  labels: {},
  annotations: {},
  owners: [],
  finalizers: [],
});

/** The reader of the tests. */
export const readThing = (raw: KubeObject): Thing => ({
  meta: metaOf(raw),
  size: (raw.spec as { size: unknown }).size,
});

export interface PendingList {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  answer(items: readonly KubeObject[], rest?: Partial<ListPage>): void;
  fail(status: number, message?: string): void;
}

export class FakeSocket implements Socket {
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  onclose: ((event: never) => void) | null = null;
  closed = false;

  constructor(
    readonly path: string,
    readonly query: Readonly<Record<string, string>>,
  ) {}

  close(): void {
    this.closed = true;
  }

  accept(): void {
    this.onopen?.(undefined as never);
  }

  send(type: string, object: KubeObject): void {
    this.sendText(JSON.stringify({ type, object }));
  }

  sendText(data: unknown): void {
    this.onmessage?.({ data });
  }

  drop(): void {
    this.onclose?.(undefined as never);
  }
}

export class FakeTransport implements WatchTransport {
  readonly lists: PendingList[] = [];
  readonly sockets: FakeSocket[] = [];
  private readonly wakers = new Set<(hiddenFor: number) => void>();

  list(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<ListPage> {
    return new Promise((resolve, reject) => {
      this.lists.push({
        path,
        query,
        signal,
        answer: (items, rest = {}) => resolve({ items, resourceVersion: '100', next: '', ...rest }),
        fail: (status, message = `status ${status}`) => reject(new ApiError(status, '', message)),
      });
    });
  }

  open(path: string, query: Readonly<Record<string, string>>): Socket {
    const socket = new FakeSocket(path, query);
    this.sockets.push(socket);
    return socket;
  }

  random(): number {
    return 1;
  }

  onWake(callback: (hiddenFor: number) => void): () => void {
    this.wakers.add(callback);
    return () => this.wakers.delete(callback);
  }

  /** The tab was hidden for so many milliseconds and is back. */
  wake(hiddenFor: number): void {
    this.wakers.forEach((callback) => callback(hiddenFor));
  }

  get lastList(): PendingList {
    const last = this.lists.at(-1);
    if (last === undefined) {
      throw new Error('nothing was listed');
    }
    return last;
  }

  get lastSocket(): FakeSocket {
    const last = this.sockets.at(-1);
    if (last === undefined) {
      throw new Error('no socket was opened');
    }
    return last;
  }
}
