import type { ApiServer } from './startApiServer';
import { startApiServer } from './startApiServer';
import { MERGE, call, watchSocket } from './testing/apiClient';
import { PATHS, configMap } from './testing/exampleObjects';

describe('faults', () => {
  let server: ApiServer;

  beforeEach(async () => {
    server = await startApiServer({ objects: [configMap('x')] });
  });
  afterEach(() => server.close());

  const add = (rule: unknown) => call(server.url, '/__faults', { method: 'POST', body: rule });
  const create = (query = '') =>
    call(server.url, PATHS.configMaps + query, { method: 'POST', body: configMap('new') });
  const REFUSAL = { status: 500, reason: 'InternalError', message: 'etcd is gone' };

  test('answer in the place of the server, as often as asked', async () => {
    await add({ verb: 'get', resource: 'configmaps', name: 'x', times: 1, respond: REFUSAL });
    const failed = await call(server.url, `${PATHS.configMaps}/x`);
    expect(failed.status).toBe(500);
    expect(failed.body).toMatchObject({ kind: 'Status', message: 'etcd is gone', code: 500 });
    expect((await call(server.url, `${PATHS.configMaps}/x`)).status).toBe(200);
    const { body } = await call(server.url, '/__faults');
    expect(body.value).toEqual([expect.objectContaining({ id: '1', hits: 1 })]);
  });

  test('spare dry runs unless they are for dry runs', async () => {
    await add({ verb: 'create', resource: 'configmaps', respond: REFUSAL });
    expect((await create('?dryRun=All')).status).toBe(201);
    expect((await create()).status).toBe(500);
    await call(server.url, '/__faults', { method: 'DELETE' });
    await add({ verb: 'create', dryRun: true, respond: REFUSAL });
    expect((await create('?dryRun=All')).status).toBe(500);
    expect((await create()).status).toBe(201);
  });

  test('spare what they do not name', async () => {
    await add([
      { verb: 'patch', respond: REFUSAL },
      { resource: 'secrets', respond: REFUSAL },
      { resource: 'nodenetworkconfigurationpolicies.nmstate.io/status', respond: REFUSAL },
      { namespace: 'elsewhere', respond: REFUSAL },
    ]);
    expect((await call(server.url, `${PATHS.configMaps}/x`)).status).toBe(200);
    const patch = { method: 'PATCH', type: MERGE, body: {} };
    expect((await call(server.url, `${PATHS.configMaps}/x`, patch)).status).toBe(500);
    expect((await call(server.url, PATHS.policies)).status).toBe(200);
  });

  test('break the connection off', async () => {
    await add({ verb: 'list', resource: 'configmaps', respond: 'drop' });
    await expect(call(server.url, PATHS.configMaps)).rejects.toThrow();
    await add({ verb: 'watch', respond: 'drop' });
    await expect(watchSocket(server.url, `${PATHS.configMaps}?watch=1`)).rejects.toThrow();
  });

  test('make a request wait and then go through', async () => {
    await add({ verb: 'get', respond: { delayMs: 30 } });
    const begun = Date.now();
    expect((await call(server.url, `${PATHS.configMaps}/x`)).status).toBe(200);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(29);
  });

  test('hit the same requests for the same seed', async () => {
    const statuses = async (seed: number): Promise<string> => {
      await call(server.url, '/__faults', { method: 'DELETE' });
      await add({ verb: 'get', chance: 0.5, seed, respond: REFUSAL });
      const seen: number[] = [];
      for (let request = 0; request < 24; request += 1) {
        seen.push((await call(server.url, `${PATHS.configMaps}/x`)).status);
      }
      return seen.join(' ');
    };
    const first = await statuses(7);
    expect(first).toContain('200');
    expect(first).toContain('500');
    expect(await statuses(7)).toBe(first);
    expect(await statuses(8)).not.toBe(first);
  });

  test('go by id', async () => {
    await add([
      { verb: 'get', respond: REFUSAL },
      { verb: 'list', respond: REFUSAL },
    ]);
    await call(server.url, '/__faults?id=1', { method: 'DELETE' });
    expect((await call(server.url, `${PATHS.configMaps}/x`)).status).toBe(200);
    expect((await call(server.url, PATHS.configMaps)).status).toBe(500);
  });

  test.each([
    [{}],
    [{ respond: 'explode' }],
    [{ verb: 1, respond: 'drop' }],
    [{ times: 0, respond: 'drop' }],
    [{ chance: 2, respond: 'drop' }],
    [{ seed: 0.5, respond: 'drop' }],
    ['x'],
  ])('that cannot be read are refused: %j', async (rule) => {
    expect((await add(JSON.stringify(rule))).status).toBe(400);
  });
});
