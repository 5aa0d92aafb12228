/**
 * A local copy of one resource that follows the server: list, then watch, resume after a dropped
 * connection, list again after 410. Handlers hear of every difference, also of those a relist finds.
 * A resource the server does not know (its operator is not installed) is empty, and asked for again
 * now and then. Source: the reflector of client-go tools/cache.
 */
import type { KubeObject } from '../api-server/kubeObject';
import type { KubeClient } from './client';
import { hasStatus } from './client';
import type { ResourceRef } from './resources';
import { sleep } from './sleep';
import { watch } from './watch';

export interface Change<T> {
  before?: T;
  after?: T;
}

export type ChangeHandler<T> = (change: Change<T>) => void;

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 5_000;

const storeKey = (namespace: string | undefined, name: string) => `${namespace ?? ''}/${name}`;
const keyIn = ({ metadata }: KubeObject) => storeKey(metadata.namespace, metadata.name);

export class Informer<T extends KubeObject> {
  private readonly store = new Map<string, T>();
  private readonly handlers: ChangeHandler<T>[] = [];

  constructor(
    private readonly client: KubeClient,
    readonly ref: ResourceRef,
    private readonly report: (message: string) => void,
  ) {}

  get(namespace: string | undefined, name: string): T | undefined {
    return this.store.get(storeKey(namespace, name));
  }

  list(): T[] {
    return [...this.store.values()];
  }

  onChange(handler: ChangeHandler<T>): void {
    this.handlers.push(handler);
  }

  /**
   * Resolves when the first list is in.
   * @param running receives the promise of the endless loop, which ends on the client's signal
   */
  async start(running: (loop: Promise<void>) => void): Promise<void> {
    await new Promise<void>((synced) => {
      running(this.follow(synced));
    });
  }

  private isStopping(): boolean {
    return this.client.signal.aborted;
  }

  private async follow(synced: () => void): Promise<void> {
    let pause = FIRST_PAUSE;
    let version = '';
    while (!this.isStopping()) {
      try {
        if (version === '') version = await this.relist();
        synced();
        for await (const event of watch<T>(this.client, this.ref, version)) {
          pause = FIRST_PAUSE;
          version = event.object.metadata.resourceVersion ?? version;
          if (event.type !== 'BOOKMARK') this.take(event.type, event.object);
        }
      } catch (error) {
        if (this.isStopping()) break;
        if (hasStatus(error, 410)) {
          version = '';
          continue;
        }
        if (hasStatus(error, 404)) {
          version = '';
          synced();
          pause = LONGEST_PAUSE;
        } else {
          this.report(`watching ${this.ref.plural}: ${String(error)}`);
        }
        await sleep(pause, this.client.signal).catch(() => undefined);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    }
    synced();
  }

  private async relist(): Promise<string> {
    const { items, resourceVersion } = await this.client.list<T>(this.ref);
    const found = new Set(items.map(keyIn));
    for (const [key, before] of [...this.store])
      if (!found.has(key)) this.put(key, before, undefined);
    for (const item of items) {
      const before = this.store.get(keyIn(item));
      const same = before?.metadata.resourceVersion === item.metadata.resourceVersion;
      if (!before || !same) this.put(keyIn(item), before, item);
    }
    return resourceVersion;
  }

  private take(type: 'ADDED' | 'MODIFIED' | 'DELETED', object: T): void {
    const key = keyIn(object);
    this.put(key, this.store.get(key), type === 'DELETED' ? undefined : object);
  }

  private put(key: string, before: T | undefined, after: T | undefined): void {
    if (after) this.store.set(key, after);
    else this.store.delete(key);
    if (!before && !after) return;
    const change: Change<T> = { ...(before ? { before } : {}), ...(after ? { after } : {}) };
    for (const handler of this.handlers) handler(change);
  }
}
