import { arrayAt, stringAt, valueAt } from './json';
import type { ApiServer } from './startApiServer';
import { startApiServer } from './startApiServer';
import { APPLY, MERGE, call } from './testing/apiClient';
import { PATHS, configMap, policy } from './testing/exampleObjects';

describe('server-side apply', () => {
  let server: ApiServer;

  beforeEach(async () => {
    server = await startApiServer({ objects: [configMap('seeded')] });
  });
  afterEach(() => server.close());

  const apply = (name: string, configuration: object, query = 'fieldManager=a') =>
    call(server.url, `${PATHS.configMaps}/${name}?${query}`, {
      method: 'PATCH',
      type: APPLY,
      body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, ...configuration },
    });
  const managers = (body: unknown): string[] =>
    arrayAt(body, 'metadata', 'managedFields').map(
      (entry) => `${stringAt(entry, 'manager')}/${stringAt(entry, 'operation')}`,
    );

  test('creates what does not exist and reads YAML', async () => {
    const yaml = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata: {a: "1"}\n';
    const path = `${PATHS.configMaps}/x?fieldManager=a`;
    const { status, body } = await call(server.url, path, {
      method: 'PATCH',
      type: APPLY,
      body: yaml,
    });
    expect(status).toBe(201);
    expect(body.data).toEqual({ a: '1' });
    expect(managers(body)).toEqual(['a/Apply']);
  });

  test('twice with the same configuration is one write', async () => {
    await apply('x', { data: { a: '1' } });
    const before = server.store.revision;
    expect((await apply('x', { data: { a: '1' } })).status).toBe(200);
    expect(server.store.revision).toBe(before);
  });

  test('removes what the manager no longer applies', async () => {
    await apply('x', { data: { a: '1', b: '2' } });
    const { body } = await apply('x', { data: { a: '1' } });
    expect(body.data).toEqual({ a: '1' });
  });

  test('keeps what another manager applies too', async () => {
    await apply('x', { data: { a: '1', b: '2' } });
    await apply('x', { data: { b: '2' } }, 'fieldManager=b');
    const { body } = await apply('x', { data: { a: '1' } });
    expect(body.data).toEqual({ a: '1', b: '2' });
  });

  test('refuses to take a value over, and names whose it is', async () => {
    await apply('x', { data: { a: '1' } });
    const { status, body } = await apply('x', { data: { a: '2' } }, 'fieldManager=b');
    expect(status).toBe(409);
    expect(body).toMatchObject({
      reason: 'Conflict',
      message: 'Apply failed with 1 conflict: conflict with "a": .data.a',
      details: { causes: [{ reason: 'FieldManagerConflict', field: '.data.a' }] },
    });
  });

  test('takes values over when forced', async () => {
    await apply('x', { data: { a: '1', b: '1' } });
    const { status, body } = await apply('x', { data: { a: '2' } }, 'fieldManager=b&force=true');
    expect([status, body.data]).toEqual([200, { a: '2', b: '1' }]);
    const entries = arrayAt(body, 'metadata', 'managedFields');
    expect(valueAt(entries[0], 'fieldsV1')).toEqual({ 'f:data': { 'f:b': {} } });
  });

  test('conflicts with an ordinary writer too, with the version that wrote', async () => {
    await apply('x', { data: { a: '1' } });
    await call(server.url, `${PATHS.configMaps}/x?fieldManager=hand`, {
      method: 'PATCH',
      type: MERGE,
      body: { data: { a: '2' } },
    });
    const { body } = await apply('x', { data: { a: '3' } });
    expect(body.message).toBe(
      'Apply failed with 1 conflict: conflict with "hand" using v1: .data.a',
    );
  });

  test('of an object without history conflicts with what was there before', async () => {
    const { body } = await apply('seeded', { data: { key: 'other' } });
    expect(body.message).toContain('conflict with "before-first-apply" using v1: .data.key');
  });

  test('merges sets and keyed lists of metadata', async () => {
    const owner = (name: string) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name,
      uid: `uid-${name}`,
    });
    const metadata = (finalizer: string, name: string) => ({
      metadata: { name: 'x', finalizers: [finalizer], ownerReferences: [owner(name)] },
    });
    await apply('x', metadata('a/one', 'p'));
    await apply('x', metadata('a/two', 'q'), 'fieldManager=b');
    const { body } = await apply('x', {});
    expect(valueAt(body, 'metadata', 'finalizers')).toEqual(['a/two']);
    const owners = arrayAt(body, 'metadata', 'ownerReferences');
    expect(owners.map((item) => stringAt(item, 'name'))).toEqual(['q']);
  });

  test('goes through admission and prunes', async () => {
    const path = `${PATHS.policies}/p?fieldManager=a`;
    const body = policy('p', { colour: 'red' });
    const strict = await call(server.url, `${path}&fieldValidation=Strict`, {
      method: 'PATCH',
      type: APPLY,
      body,
    });
    expect(strict.body.message).toContain('unknown field "spec.colour"');
    const loose = await call(server.url, path, { method: 'PATCH', type: APPLY, body });
    expect([loose.status, loose.body.spec]).toEqual([201, { desiredState: { interfaces: [] } }]);
  });

  test('as a dry run stores nothing', async () => {
    const before = server.store.revision;
    const { status } = await apply('x', { data: {} }, 'fieldManager=a&dryRun=All');
    expect([status, server.store.revision]).toEqual([201, before]);
  });

  test('needs a field manager', async () => {
    const { status, body } = await apply('x', {}, '');
    expect(status).toBe(400);
    expect(body.message).toContain('fieldManager: Required value');
  });
});
