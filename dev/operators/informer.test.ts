import type { KubeObject } from '../api-server/kubeObject';
import type { ApiServer } from '../api-server/startApiServer';
import { startApiServer } from '../api-server/startApiServer';
import { ApiError, KubeClient } from './client';
import { Informer } from './informer';
import { eventually } from './operators.testkit';
import { NAMESPACES, POLICIES } from './resources';

const namespace = (name: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
});

let server: ApiServer;
let controller: AbortController;
let client: KubeClient;
let loops: Promise<void>[];
let reports: string[];

async function open(options: Parameters<typeof startApiServer>[0] = {}): Promise<void> {
  server = await startApiServer(options);
  controller = new AbortController();
  client = new KubeClient({ url: server.url, signal: controller.signal });
  loops = [];
  reports = [];
}

async function follow(ref = NAMESPACES): Promise<Informer<KubeObject>> {
  const informer = new Informer<KubeObject>(client, ref, (message) => reports.push(message));
  await informer.start((loop) => loops.push(loop));
  return informer;
}

afterEach(async () => {
  controller.abort(new Error('done'));
  await Promise.all(loops);
  await server.close();
});

const names = (informer: Informer<KubeObject>) =>
  informer.list().map(({ metadata }) => metadata.name);

test('lists in pages what is there and follows what comes, changes and goes', async () => {
  await open({ objects: Array.from({ length: 1201 }, (_unused, index) => namespace(`n${index}`)) });
  const informer = await follow();
  expect(names(informer)).toEqual(expect.arrayContaining(['n0', 'n1200']));
  const changes: string[] = [];
  informer.onChange(({ before, after }) => {
    changes.push(
      `${before?.metadata.labels?.['x'] ?? '-'}>${after?.metadata.labels?.['x'] ?? '-'}`,
    );
  });
  await client.create(NAMESPACES, {
    ...namespace('new'),
    metadata: { name: 'new', labels: { x: '1' } },
  });
  await client.patchMerge(NAMESPACES, { name: 'new' }, { metadata: { labels: { x: '2' } } });
  await eventually('the second label', () => changes.includes('1>2'));
  expect(changes.slice(0, 2)).toEqual(['->1', '1>2']);
});

test('resumes after dropped watches without losing or repeating a change', async () => {
  await open();
  server.faults.add({ verb: 'watch', respond: 'drop', times: 2 });
  const informer = await follow();
  const seen: string[] = [];
  informer.onChange(({ after }) => seen.push(after?.metadata.name ?? 'gone'));
  await client.create(NAMESPACES, namespace('while-away'));
  await eventually('the namespace made meanwhile', () => seen.includes('while-away'));
  expect(seen.filter((name) => name === 'while-away')).toHaveLength(1);
});

test('lists again after 410 and reports what is gone as gone', async () => {
  await open({ objects: [namespace('old')] });
  const gone = { status: 410, reason: 'Expired', message: 'too old resource version' };
  server.faults.add({ verb: 'watch', respond: gone, times: 1 });
  const informer = await follow();
  await client.create(NAMESPACES, namespace('later'));
  await eventually('the relist', () => names(informer).includes('later'));
  expect(names(informer)).toContain('old');
});

test('a resource the cluster does not have is empty and no error', async () => {
  await open({ without: ['nmstate.io'] });
  const informer = await follow(POLICIES);
  expect(informer.list()).toEqual([]);
  expect(reports).toEqual([]);
});

test('an edit that meets another writer is made again on the newer object', async () => {
  await open({ objects: [namespace('shared')] });
  let raced = false;
  const stored = await client.update<KubeObject>(NAMESPACES, { name: 'shared' }, (object) => {
    const labels = { ...object.metadata.labels, mine: 'yes' };
    return { ...object, metadata: { ...object.metadata, labels, ...(raced ? {} : stale()) } };
  });
  function stale() {
    raced = true;
    return { resourceVersion: '1' };
  }
  expect(stored?.metadata.labels?.['mine']).toBe('yes');
});

test('an error answer carries the status, the request and the server’s message', async () => {
  await open();
  const failure = client.get(NAMESPACES, { name: 'nobody' });
  await expect(failure).rejects.toBeInstanceOf(ApiError);
  await expect(failure).rejects.toMatchObject({ status: 404, reason: 'NotFound' });
  await expect(failure).rejects.toThrow(/GET \/api\/v1\/namespaces\/nobody was answered 404/);
});
