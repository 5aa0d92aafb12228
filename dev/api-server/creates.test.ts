import { recordAt, stringAt, valueAt } from './json';
import type { ApiServer } from './startApiServer';
import { startApiServer } from './startApiServer';
import { MERGE, call } from './testing/apiClient';
import { PATHS, configMap, policy } from './testing/exampleObjects';

const FINISHED = {
  status: { conditions: [{ type: 'Available', status: 'True', reason: 'SuccessfullyConfigured' }] },
};

describe('creation', () => {
  let server: ApiServer;

  beforeEach(async () => {
    server = await startApiServer({ now: () => new Date('2025-06-01T12:00:00.500Z') });
  });
  afterEach(() => server.close());

  const create = (path: string, body: unknown, query = '') =>
    call(server.url, path + query, { method: 'POST', body });
  const patch = (path: string, body: unknown, type: string = MERGE) =>
    call(server.url, path, { method: 'PATCH', body, type });

  describe('create', () => {
    test('completes system metadata', async () => {
      const { status, body } = await create(PATHS.policies, policy('p'));
      expect(status).toBe(201);
      expect(body.metadata).toMatchObject({
        name: 'p',
        generation: 1,
        creationTimestamp: '2025-06-01T12:00:00Z',
        uid: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        resourceVersion: String(server.store.revision),
      });
    });

    test('makes up a name from generateName', async () => {
      const object = { ...configMap(''), metadata: { generateName: 'job-' } };
      const { body } = await create(PATHS.configMaps, object);
      expect(stringAt(body, 'metadata', 'name')).toMatch(/^job-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
    });

    test('drops status of a kind with the subresource', async () => {
      const { body } = await create(PATHS.policies, { ...policy('p'), ...FINISHED });
      expect(body).not.toHaveProperty('status');
    });

    test('prunes what the schema does not declare and warns of it', async () => {
      const { body, headers } = await create(PATHS.policies, policy('p', { colour: 'red' }));
      expect(recordAt(body, 'spec')).not.toHaveProperty('colour');
      expect(headers.get('warning')).toBe('299 - "unknown field \\"spec.colour\\""');
    });

    test('refuses what the schema does not declare under strict validation', async () => {
      const object = policy('p', { colour: 'red' });
      const { status, body } = await create(PATHS.policies, object, '?fieldValidation=Strict');
      expect(status).toBe(400);
      expect(body.message).toContain('strict decoding error: unknown field "spec.colour"');
    });

    test.each([
      [{ ...configMap('x'), apiVersion: 'v2' }, 400, 'does not match the expected API version'],
      [{ ...configMap('x'), kind: 'Secret' }, 400, 'does not match the expected kind (ConfigMap)'],
      [
        { ...configMap('x'), metadata: { name: 'x', namespace: 'other' } },
        400,
        'the namespace of the provided object does not match the namespace sent on the request',
      ],
      [configMap('Upper'), 422, 'a lowercase RFC 1123 subdomain must consist of'],
      [configMap(''), 422, 'metadata.name: Required value: name or generateName is required'],
      [configMap('x', { a: '-' }), 422, 'metadata.labels: Invalid value: "-"'],
      ['{"kind":', 400, 'unable to read the body'],
    ])('refuses %j', async (object, code, text) => {
      const { status, body } = await create(PATHS.configMaps, object);
      expect(body.message).toContain(text);
      expect(status).toBe(code);
    });

    test('refuses a taken name with 409 AlreadyExists', async () => {
      await create(PATHS.configMaps, configMap('x'));
      const { status, body } = await create(PATHS.configMaps, configMap('x'));
      expect(status).toBe(409);
      expect(body).toMatchObject({
        kind: 'Status',
        reason: 'AlreadyExists',
        message: 'configmaps "x" already exists',
        details: { name: 'x', kind: 'configmaps' },
      });
    });

    test('refuses a namespace that does not exist', async () => {
      const path = '/api/v1/namespaces/nowhere/configmaps';
      const object = { ...configMap('x'), metadata: { name: 'x' } };
      const { status, body } = await create(path, object);
      expect([status, body.message]).toEqual([404, 'namespaces "nowhere" not found']);
    });
  });

  describe('dry run', () => {
    test('answers like the real thing and stores nothing', async () => {
      const before = server.store.revision;
      const { status, body } = await create(PATHS.policies, policy('p'), '?dryRun=All');
      expect(status).toBe(201);
      expect(stringAt(body, 'metadata', 'uid')).not.toBe('');
      expect(recordAt(body, 'metadata')).not.toHaveProperty('resourceVersion');
      expect(server.store.revision).toBe(before);
      expect((await call(server.url, `${PATHS.policies}/p`)).status).toBe(404);
    });

    test('covers patches and deletions', async () => {
      await create(PATHS.configMaps, configMap('x'));
      const before = server.store.revision;
      const path = `${PATHS.configMaps}/x`;
      const patched = await patch(`${path}?dryRun=All`, { data: { key: 'new' } });
      expect(valueAt(patched.body, 'data', 'key')).toBe('new');
      await call(server.url, `${path}?dryRun=All`, { method: 'DELETE' });
      await call(server.url, path, { method: 'DELETE', body: { dryRun: ['All'] } });
      expect(server.store.revision).toBe(before);
    });

    test('finds what admission refuses', async () => {
      const object = policy('x'.repeat(64));
      const { status } = await create(PATHS.policies, object, '?dryRun=All');
      expect(status).toBe(422);
    });

    test('knows no other value than All', async () => {
      const { status } = await create(PATHS.configMaps, configMap('x'), '?dryRun=Some');
      expect(status).toBe(400);
    });
  });

  test('an unknown resource is 404, an unknown method 405', async () => {
    const missing = await call(server.url, '/apis/nmstate.io/v1/unicorns');
    expect([missing.status, missing.body.message]).toEqual([
      404,
      'the server could not find the requested resource',
    ]);
    const refused = await call(
      server.url,
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
      {
        method: 'POST',
        body: {},
      },
    );
    expect([refused.status, refused.body.reason]).toEqual([405, 'MethodNotAllowed']);
  });

  test('a missing object is 404 with the full resource name', async () => {
    const { status, body } = await call(server.url, `${PATHS.policies}/x`);
    expect(status).toBe(404);
    expect(body.message).toBe('nodenetworkconfigurationpolicies.nmstate.io "x" not found');
  });
});
