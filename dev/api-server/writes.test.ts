import { arrayAt, recordAt, stringAt, valueAt } from './json';
import type { ApiServer } from './startApiServer';
import { startApiServer } from './startApiServer';
import { JSON_PATCH, MERGE, STRATEGIC, call } from './testing/apiClient';
import { PATHS, configMap, policy, virtualMachine } from './testing/exampleObjects';

const FINISHED = {
  status: { conditions: [{ type: 'Available', status: 'True', reason: 'SuccessfullyConfigured' }] },
};

describe('writes', () => {
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

  describe('update', () => {
    test('refuses a stale resourceVersion with 409 Conflict', async () => {
      const { body: first } = await create(PATHS.configMaps, configMap('x'));
      await patch(`${PATHS.configMaps}/x`, { data: { key: 'other' } });
      const { status, body } = await call(server.url, `${PATHS.configMaps}/x`, {
        method: 'PUT',
        body: first,
      });
      expect(status).toBe(409);
      expect(body.message).toBe(
        'Operation cannot be fulfilled on configmaps "x": the object has been modified; please apply your changes to the latest version and try again',
      );
    });

    test('of a custom kind needs a resourceVersion', async () => {
      await create(PATHS.policies, policy('p'));
      const { status, body } = await call(server.url, `${PATHS.policies}/p`, {
        method: 'PUT',
        body: policy('p'),
      });
      expect(status).toBe(422);
      expect(body.message).toContain(
        'metadata.resourceVersion: Invalid value: 0: must be specified',
      );
    });

    test('that changes nothing is no write', async () => {
      const { body } = await create(PATHS.configMaps, configMap('x'));
      const before = server.store.revision;
      await call(server.url, `${PATHS.configMaps}/x`, { method: 'PUT', body });
      expect(server.store.revision).toBe(before);
    });

    test('keeps uid and creation time whatever the client sends', async () => {
      const { body } = await create(PATHS.configMaps, configMap('x'));
      const { uid: _uid, ...metadata } = recordAt(body, 'metadata');
      const changed = {
        ...body,
        metadata: { ...metadata, creationTimestamp: '1999-01-01T00:00:00Z' },
        data: {},
      };
      const answer = await call(server.url, `${PATHS.configMaps}/x`, {
        method: 'PUT',
        body: changed,
      });
      expect(answer.body.metadata).toMatchObject({
        uid: stringAt(body, 'metadata', 'uid'),
        creationTimestamp: '2025-06-01T12:00:00Z',
      });
    });
  });

  describe('status subresource', () => {
    test('keeps spec and status apart and counts generations by spec', async () => {
      await create(PATHS.policies, policy('p'));
      const path = `${PATHS.policies}/p`;
      const viaMain = await patch(path, { ...FINISHED, metadata: { labels: { a: 'b' } } });
      expect(viaMain.body).not.toHaveProperty('status');
      expect(valueAt(viaMain.body, 'metadata', 'generation')).toBe(1);

      const viaStatus = await patch(`${path}/status`, { ...FINISHED, spec: { maxUnavailable: 1 } });
      expect(arrayAt(viaStatus.body, 'status', 'conditions')).toHaveLength(1);
      expect(recordAt(viaStatus.body, 'spec')).not.toHaveProperty('maxUnavailable');
      expect(valueAt(viaStatus.body, 'metadata', 'generation')).toBe(1);

      const viaSpec = await patch(path, { spec: { maxUnavailable: 1 } });
      expect(valueAt(viaSpec.body, 'metadata', 'generation')).toBe(2);
      expect(arrayAt(viaSpec.body, 'status', 'conditions')).toHaveLength(1);
    });

    test('does not exist for a VirtualMachineInstance', async () => {
      const path = '/apis/kubevirt.io/v1/namespaces/default/virtualmachineinstances';
      const vmi = {
        apiVersion: 'kubevirt.io/v1',
        kind: 'VirtualMachineInstance',
        metadata: { name: 'x' },
        spec: {},
      };
      await create(path, vmi);
      expect((await patch(`${path}/x/status`, { status: {} })).status).toBe(404);
      const { body } = await patch(`${path}/x`, { status: { phase: 'Running' } });
      expect(valueAt(body, 'status', 'phase')).toBe('Running');
    });
  });

  describe('patch', () => {
    const nic = { name: 'vlan-100', bridge: {} };
    const network = { name: 'vlan-100', multus: { networkName: 'vlan-100' } };

    test('JSON patch with a test that holds', async () => {
      const { body: vm } = await create(PATHS.virtualMachines, virtualMachine('vm'));
      const version = stringAt(vm, 'metadata', 'resourceVersion');
      const { status, body } = await patch(
        `${PATHS.virtualMachines}/vm`,
        [
          { op: 'test', path: '/metadata/resourceVersion', value: version },
          { op: 'add', path: '/spec/template/spec/domain/devices/interfaces/-', value: nic },
          { op: 'add', path: '/spec/template/spec/networks/-', value: network },
        ],
        JSON_PATCH,
      );
      expect(status).toBe(200);
      expect(valueAt(body, 'spec', 'template', 'spec', 'networks')).toEqual([network]);
      expect(valueAt(body, 'metadata', 'generation')).toBe(2);
    });

    test.each([
      ['a test that fails', [{ op: 'test', path: '/metadata/resourceVersion', value: '0' }]],
      ['a path that is missing', [{ op: 'remove', path: '/spec/nowhere' }]],
      ['an index past the end', [{ op: 'add', path: '/spec/template/spec/networks/7', value: {} }]],
    ])('JSON patch with %s is 422 as Kubernetes words it', async (_case, operations) => {
      await create(PATHS.virtualMachines, virtualMachine('vm'));
      const { status, body } = await patch(`${PATHS.virtualMachines}/vm`, operations, JSON_PATCH);
      expect(status).toBe(422);
      expect(body).toMatchObject({
        reason: 'Invalid',
        message: 'the server rejected our request due to an error in our request',
      });
    });

    test('merge patch removes by null and replaces lists', async () => {
      await create(PATHS.configMaps, configMap('x', { a: '1', b: '2' }));
      const { body } = await patch(`${PATHS.configMaps}/x`, {
        metadata: { labels: { a: null, c: '3' } },
      });
      expect(valueAt(body, 'metadata', 'labels')).toEqual({ b: '2', c: '3' });
    });

    test('strategic merge patch is for native kinds only', async () => {
      await create(PATHS.configMaps, configMap('x'));
      await create(PATHS.policies, policy('p'));
      expect((await patch(`${PATHS.configMaps}/x`, { data: {} }, STRATEGIC)).status).toBe(200);
      const refused = await patch(`${PATHS.policies}/p`, { spec: {} }, STRATEGIC);
      expect(refused.status).toBe(415);
      expect(refused.body.message).toContain('application/merge-patch+json');
    });

    test('of the name is refused', async () => {
      await create(PATHS.configMaps, configMap('x'));
      const { status, body } = await patch(`${PATHS.configMaps}/x`, { metadata: { name: 'y' } });
      expect(status).toBe(422);
      expect(body.message).toContain('metadata.name: Invalid value: "y": field is immutable');
    });

    test('with a stale resourceVersion is 409', async () => {
      await create(PATHS.configMaps, configMap('x'));
      const body = { metadata: { resourceVersion: '1' }, data: { a: 'b' } };
      expect((await patch(`${PATHS.configMaps}/x`, body)).status).toBe(409);
    });
  });

  describe('managed fields', () => {
    test('say who wrote what and when', async () => {
      await create(PATHS.policies, policy('p'), '?fieldManager=wizard');
      const path = `${PATHS.policies}/p`;
      await patch(`${path}/status?fieldManager=handler`, FINISHED);
      const { body } = await patch(`${path}?fieldManager=hand`, { spec: { maxUnavailable: 1 } });
      expect(valueAt(body, 'metadata', 'managedFields')).toEqual([
        expect.objectContaining({
          manager: 'wizard',
          operation: 'Update',
          apiVersion: 'nmstate.io/v1',
          fieldsV1: { 'f:spec': { 'f:desiredState': { 'f:interfaces': {} } } },
        }),
        expect.objectContaining({ manager: 'handler', subresource: 'status' }),
        expect.objectContaining({
          manager: 'hand',
          time: '2025-06-01T12:00:00Z',
          fieldsV1: { 'f:spec': { 'f:maxUnavailable': {} } },
        }),
      ]);
    });

    test('move to whoever changes the value', async () => {
      await create(PATHS.configMaps, configMap('x'), '?fieldManager=first');
      const { body } = await patch(`${PATHS.configMaps}/x?fieldManager=second`, {
        data: { key: 'new' },
      });
      const entries = arrayAt(body, 'metadata', 'managedFields');
      expect(entries.map((entry) => stringAt(entry, 'manager'))).toEqual(['second']);
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
