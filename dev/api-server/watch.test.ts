import { arrayAt, recordAt, stringAt } from './json';
import type { ApiServer } from './startApiServer';
import { startApiServer } from './startApiServer';
import type { OpenWatch } from './testing/apiClient';
import { MERGE, call, eventually, watchHttp, watchSocket } from './testing/apiClient';
import { PATHS, configMap } from './testing/exampleObjects';

const nameOf = (event: { object: unknown }): string => stringAt(event.object, 'metadata', 'name');

describe.each([
  ['chunked HTTP', watchHttp],
  ['WebSocket', watchSocket],
])('watch over %s', (_transport, open) => {
  let server: ApiServer;
  let watches: OpenWatch[];

  beforeEach(async () => {
    watches = [];
    server = await startApiServer({ objects: [configMap('old', { tier: 'gold' })] });
  });
  afterEach(async () => {
    watches.forEach((watch) => watch.close());
    await server.close();
  });

  const watch = async (query: string): Promise<OpenWatch> => {
    const opened = await open(server.url, `${PATHS.configMaps}?watch=true&${query}`);
    watches.push(opened);
    return opened;
  };
  const create = (name: string, labels?: Record<string, string>) =>
    call(server.url, PATHS.configMaps, { method: 'POST', body: configMap(name, labels) });
  const label = (name: string, labels: Record<string, string | null>) =>
    call(server.url, `${PATHS.configMaps}/${name}`, {
      method: 'PATCH',
      type: MERGE,
      body: { metadata: { labels } },
    });
  const remove = (name: string) =>
    call(server.url, `${PATHS.configMaps}/${name}`, { method: 'DELETE' });
  const now = (): string => String(server.store.revision);

  test('resumes from a resourceVersion and goes on', async () => {
    const from = now();
    await create('a');
    const opened = await watch(`resourceVersion=${from}`);
    await label('a', { x: 'y' });
    await remove('a');
    const last = await opened.next((event) => event.type === 'DELETED');
    expect(opened.events.map((event) => event.type)).toEqual(['ADDED', 'MODIFIED', 'DELETED']);
    expect(stringAt(last.object, 'metadata', 'resourceVersion')).toBe(now());
    expect(stringAt(last.object, 'kind')).toBe('ConfigMap');
  });

  test('without a resourceVersion begins with what is there', async () => {
    const opened = await watch('');
    await create('b');
    await opened.next((event) => nameOf(event) === 'b');
    expect(opened.events.map(nameOf)).toEqual(['old', 'b']);
  });

  test('shows an object that enters or leaves the selection as added or deleted', async () => {
    const opened = await watch(`resourceVersion=${now()}&labelSelector=tier=gold`);
    await create('plain');
    await label('plain', { tier: 'gold' });
    await label('plain', { tier: 'gold', more: 'yes' });
    await label('plain', { tier: null });
    await opened.next((event) => event.type === 'DELETED');
    expect(opened.events.map((event) => event.type)).toEqual(['ADDED', 'MODIFIED', 'DELETED']);
  });

  test('follows one name by field selector', async () => {
    const opened = await watch(`resourceVersion=${now()}&fieldSelector=metadata.name%3Dtwo`);
    await create('one');
    await create('two');
    const event = await opened.next(() => true);
    expect(nameOf(event)).toBe('two');
  });

  test('keeps to its namespace', async () => {
    const opened = await watch(`resourceVersion=${now()}`);
    await call(server.url, '/api/v1/namespaces/kube-system/configmaps', {
      method: 'POST',
      body: { metadata: { name: 'elsewhere' } },
    });
    await create('here');
    expect(nameOf(await opened.next(() => true))).toBe('here');
  });

  test('tells of 410 after compaction in an ERROR event and ends', async () => {
    const from = now();
    await create('a');
    await call(server.url, '/__compact', { method: 'POST' });
    const opened = await watch(`resourceVersion=${from}`);
    const { object } = await opened.next((event) => event.type === 'ERROR');
    expect(object).toMatchObject({ kind: 'Status', code: 410, reason: 'Expired' });
    expect(stringAt(object, 'message')).toContain(`too old resource version: ${from}`);
    expect(await opened.ended).toBe('closed');
  });

  test('goes on after compaction from the latest resourceVersion', async () => {
    await call(server.url, '/__compact', { method: 'POST' });
    const opened = await watch(`resourceVersion=${now()}`);
    await create('after');
    expect(nameOf(await opened.next(() => true))).toBe('after');
  });

  test('ends after timeoutSeconds with a bookmark of the latest resourceVersion', async () => {
    const opened = await watch(
      `resourceVersion=${now()}&timeoutSeconds=1&allowWatchBookmarks=true`,
    );
    const { object } = await opened.next((event) => event.type === 'BOOKMARK');
    expect(object.kind).toBe('ConfigMap');
    expect(stringAt(object, 'metadata', 'resourceVersion')).toBe(now());
    expect(await opened.ended).toBe('closed');
  });

  test('breaks off on demand', async () => {
    const opened = await watch(`resourceVersion=${now()}`);
    const answer = await eventually(
      () => call(server.url, '/__watches/drop', { method: 'POST' }),
      ({ body }) => body.dropped === 1,
    );
    expect(answer.status).toBe(200);
    expect(await opened.ended).toBe('broken');
  });
});

describe('watch', () => {
  let server: ApiServer;

  beforeEach(async () => {
    server = await startApiServer({ compactEvery: 3, bookmarkEveryMs: 5 });
  });
  afterEach(() => server.close());

  test('gives 410 once more events have passed than the window holds', async () => {
    const from = server.store.revision;
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      await call(server.url, PATHS.configMaps, { method: 'POST', body: configMap(name) });
    }
    const opened = await watchHttp(
      server.url,
      `${PATHS.configMaps}?watch=1&resourceVersion=${from}`,
    );
    await opened.next((event) => event.type === 'ERROR');
  });

  test('sends bookmarks now and then to those who asked', async () => {
    const from = server.store.revision;
    const path = `${PATHS.configMaps}?watch=1&allowWatchBookmarks=true&resourceVersion=${from}`;
    const opened = await watchHttp(server.url, path);
    await opened.next((event) => event.type === 'BOOKMARK');
    opened.close();
  });

  test('sends the initial state and marks its end when asked to', async () => {
    const path =
      '/api/v1/namespaces?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true';
    const opened = await watchHttp(server.url, path);
    const { object } = await opened.next((event) => event.type === 'BOOKMARK');
    expect(recordAt(object, 'metadata', 'annotations')).toEqual({
      'k8s.io/initial-events-end': 'true',
    });
    expect(opened.events.filter((event) => event.type === 'ADDED')).toHaveLength(4);
    opened.close();
  });

  test('sends tables to kubectl, column definitions only once', async () => {
    const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
    const opened = await watchHttp(server.url, '/api/v1/namespaces?watch=1', accept);
    await opened.next((event) => arrayAt(event.object, 'columnDefinitions').length === 0);
    const [first, second] = opened.events;
    expect(first?.object.kind).toBe('Table');
    expect(arrayAt(first?.object, 'columnDefinitions')).toHaveLength(3);
    expect(arrayAt(second?.object, 'rows')).toHaveLength(1);
    opened.close();
  });

  test('over a WebSocket is refused with a plain HTTP status where a list would be', async () => {
    await expect(watchSocket(server.url, PATHS.configMaps)).rejects.toThrow('405');
    await expect(watchSocket(server.url, '/api/v1/unicorns?watch=1')).rejects.toThrow('404');
  });
});
