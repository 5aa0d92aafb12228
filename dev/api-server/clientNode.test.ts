/**
 * The informers of @kubernetes/client-node against this server: 10,000 changes while connections break
 * and history is compacted. Without compaction every change must arrive, once and in order; with it an
 * informer lists again, and what it then knows must be the truth and nothing of it be told twice.
 * Source: Kubernetes API concepts, "Efficient detection of changes".
 */
import { KubeConfig, makeInformer } from '@kubernetes/client-node';
import type { KubernetesListObject, KubernetesObject } from '@kubernetes/client-node';
import { createRandom } from '../createRandom';
import type { KubeObject } from './kubeObject';
import type { ApiServer } from './startApiServer';
import { startApiServer } from './startApiServer';
import { eventually } from './testing/apiClient';
import { configMap } from './testing/exampleObjects';

const PATH = '/api/v1/configmaps';
const CHANGES = 10_000;
const NAMES = 50;

jest.setTimeout(120_000);

interface Heard {
  /** `add`, `update` or `delete`, the name and the resourceVersion, in the order of arrival. */
  readonly events: string[];
  /** Times the informer was connected. */
  readonly connections: () => number;
  readonly known: () => readonly string[];
  stop(): Promise<void>;
}

interface Named {
  readonly metadata?: { readonly name?: string; readonly resourceVersion?: string };
}

const label = ({ metadata }: Named): string => `${metadata?.name} ${metadata?.resourceVersion}`;

async function listen(url: string): Promise<Heard> {
  const config = new KubeConfig();
  config.loadFromClusterAndUser(
    { name: 'embedded', server: url, skipTLSVerify: true },
    { name: 'nobody' },
  );
  const list = async (): Promise<KubernetesListObject<KubernetesObject>> =>
    (await (await fetch(url + PATH)).json()) as KubernetesListObject<KubernetesObject>;
  const informer = makeInformer(config, PATH, list);
  const events: string[] = [];
  let connections = 0;
  let isStopped = false;
  for (const verb of ['add', 'update', 'delete'] as const) {
    informer.on(verb, (object) => events.push(`${verb} ${label(object)}`));
  }
  informer.on('connect', () => {
    connections += 1;
  });
  // The client reports a broken connection and leaves it to its user to go on.
  informer.on('error', () => {
    if (!isStopped) void informer.start();
  });
  await informer.start();
  return {
    events,
    connections: () => connections,
    known: () => informer.list().map(label).sort(),
    stop: async () => {
      isStopped = true;
      await informer.stop();
    },
  };
}

/** Writes, replaces and removes at random, and now and then disturbs; gives what truly happened. */
async function change(server: ApiServer, disturb: (step: number) => void): Promise<string[]> {
  const kind = server.kinds.require('configmaps');
  const random = createRandom(1);
  const truth: string[] = [];
  for (let step = 1; step <= CHANGES; step += 1) {
    const object: KubeObject = configMap(`c${random.below(NAMES)}`);
    const { namespace, name } = object.metadata;
    const stored = server.store.get(kind, namespace, name);
    if (stored === undefined) {
      truth.push(`add ${label(server.store.insert(kind, object).object)}`);
    } else if (random.next() < 0.3) {
      truth.push(`delete ${label(server.store.remove(kind, stored).object)}`);
    } else {
      const next = { ...object, data: { step: String(step) } };
      truth.push(`update ${label(server.store.replace(kind, stored, next).object)}`);
    }
    disturb(step);
    // Lets the connections work: not one change after the other would they see otherwise.
    if (step % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return truth;
}

const stateOf = (server: ApiServer): readonly string[] =>
  server.store
    .list(server.kinds.require('configmaps'))
    .map(({ object }) => label(object))
    .sort();

describe('informers of @kubernetes/client-node', () => {
  let server: ApiServer;
  let heard: Heard;

  beforeEach(async () => {
    server = await startApiServer();
    heard = await listen(server.url);
  });
  afterEach(async () => {
    await heard.stop();
    await server.close();
  });

  const drop = (): Promise<unknown> => fetch(`${server.url}/__watches/drop`, { method: 'POST' });

  test('hear every change once and in order, however often they are cut off', async () => {
    const drops: Promise<unknown>[] = [];
    const truth = await change(server, (step) => {
      if (step % 400 === 0) drops.push(drop());
    });
    await Promise.all(drops);
    await eventually(
      () => Promise.resolve(heard.events.length),
      (count) => count >= truth.length,
    );
    expect(heard.events).toEqual(truth);
    expect(heard.connections()).toBeGreaterThan(5);
  });

  test('know the truth after compactions, and are told nothing twice', async () => {
    const drops: Promise<unknown>[] = [];
    await change(server, (step) => {
      if (step % 700 === 0) {
        drops.push(drop());
        server.store.compact();
      }
    });
    await Promise.all(drops);
    const expected = stateOf(server);
    await eventually(
      () => Promise.resolve(heard.known()),
      (known) => known.join() === expected.join(),
    );
    const told = heard.events.filter((event) => !event.startsWith('delete'));
    expect(new Set(told).size).toBe(told.length);
    const newest = new Map<string, number>();
    for (const event of told) {
      const [, name = '', version = ''] = event.split(' ');
      expect(Number(version)).toBeGreaterThan(newest.get(name) ?? 0);
      newest.set(name, Number(version));
    }
  });
});
