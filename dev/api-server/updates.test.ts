import { arrayAt, recordAt, stringAt, valueAt } from './json';
import type { ApiServer } from './startApiServer';
import { startApiServer } from './startApiServer';
import { JSON_PATCH, MERGE, STRATEGIC, call } from './testing/apiClient';
import { PATHS, configMap, policy, virtualMachine } from './testing/exampleObjects';

const FINISHED = {
  status: { conditions: [{ type: 'Available', status: 'True', reason: 'SuccessfullyConfigured' }] },
};

describe('updates', () => {
  let server: ApiServer;

  beforeEach(async () => {
    server = await startApiServer({ now: () => new Date('2025-06-01T12:00:00.500Z') });
  });
  afterEach(() => server.close());

  const create = (path: string, body: unknown, query = '') =>
    call(server.url, path + query, { method: 'POST', body });
  const patch = (path: string, body: unknown, type: string = MERGE) =>
    call(server.url, path, { method: 'PATCH', body, type });

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
});
