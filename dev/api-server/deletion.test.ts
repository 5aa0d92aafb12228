import { arrayAt, stringAt } from './json';
import type { KubeObject, OwnerReference } from './kubeObject';
import type { ApiServer } from './startApiServer';
import { startApiServer } from './startApiServer';
import { MERGE, call, eventually } from './testing/apiClient';
import { PATHS, configMap, localnet } from './testing/exampleObjects';

describe('deletion', () => {
  let server: ApiServer;

  beforeEach(async () => {
    server = await startApiServer();
  });
  afterEach(() => server.close());

  const path = (name: string): string => `${PATHS.configMaps}/${name}`;
  const create = async (
    object: KubeObject,
    collection: string = PATHS.configMaps,
  ): Promise<string> => {
    const { body } = await call(server.url, collection, { method: 'POST', body: object });
    return stringAt(body, 'metadata', 'uid');
  };
  const remove = (target: string, body?: unknown) =>
    call(server.url, target, { method: 'DELETE', ...(body === undefined ? {} : { body }) });
  const gone = (target: string) =>
    eventually(
      () => call(server.url, target),
      (answer) => answer.status === 404,
    );
  const owned = (name: string, ...owners: OwnerReference[]): KubeObject => ({
    ...configMap(name),
    metadata: { name, ownerReferences: owners },
  });
  const ownerReference = (name: string, uid: string, blocks = false): OwnerReference => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name,
    uid,
    blockOwnerDeletion: blocks,
  });

  test('answers with a Status that names what went', async () => {
    const uid = await create(configMap('x'));
    const { status, body } = await remove(path('x'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'Status',
      status: 'Success',
      details: { name: 'x', kind: 'configmaps', uid },
    });
    expect((await call(server.url, path('x'))).status).toBe(404);
  });

  test('waits for finalizers', async () => {
    const object = localnet('net');
    object.metadata.finalizers = ['k8s.ovn.org/user-defined-network-protection'];
    await create(object, PATHS.clusterNetworks);
    const target = `${PATHS.clusterNetworks}/net`;
    const marked = await remove(target);
    expect(stringAt(marked.body, 'metadata', 'deletionTimestamp')).not.toBe('');
    expect(marked.body.metadata).toMatchObject({ generation: 2 });

    const more = {
      metadata: { finalizers: ['k8s.ovn.org/user-defined-network-protection', 'a/b'] },
    };
    const refused = await call(server.url, target, { method: 'PATCH', type: MERGE, body: more });
    expect(refused.body.message).toContain('no new finalizers can be added');

    const none = { metadata: { finalizers: null } };
    await call(server.url, target, { method: 'PATCH', type: MERGE, body: none });
    await gone(target);
  });

  test('takes dependents along in the background', async () => {
    const uid = await create(configMap('owner'));
    await create(owned('child', ownerReference('owner', uid)));
    await remove(path('owner'));
    await gone(path('child'));
  });

  test('cascades through generations of dependents', async () => {
    const grandparent = await create(configMap('a'));
    const parent = await create(owned('b', ownerReference('a', grandparent)));
    await create(owned('c', ownerReference('b', parent)));
    await remove(path('a'));
    await gone(path('c'));
  });

  test('keeps a dependent that has another owner, and drops the reference', async () => {
    const first = await create(configMap('first'));
    const second = await create(configMap('second'));
    await create(owned('child', ownerReference('first', first), ownerReference('second', second)));
    await remove(path('first'));
    await eventually(
      () => call(server.url, path('child')),
      ({ body }) => arrayAt(body, 'metadata', 'ownerReferences').length === 1,
    );
  });

  test('orphans dependents when asked to', async () => {
    const uid = await create(configMap('owner'));
    await create(owned('child', ownerReference('owner', uid)));
    await remove(`${path('owner')}?propagationPolicy=Orphan`);
    await gone(path('owner'));
    const { body } = await call(server.url, path('child'));
    expect(arrayAt(body, 'metadata', 'ownerReferences')).toEqual([]);
  });

  test('in the foreground waits for blocking dependents', async () => {
    const uid = await create(configMap('owner'));
    const child = owned('child', ownerReference('owner', uid, true));
    child.metadata.finalizers = ['example.com/hold'];
    await create(child);
    await remove(path('owner'), { propagationPolicy: 'Foreground' });
    await eventually(
      () => call(server.url, path('child')),
      ({ body }) => stringAt(body, 'metadata', 'deletionTimestamp') !== '',
    );
    expect((await call(server.url, path('owner'))).status).toBe(200);
    await call(server.url, path('child'), {
      method: 'PATCH',
      type: MERGE,
      body: { metadata: { finalizers: null } },
    });
    await gone(path('owner'));
    await gone(path('child'));
  });

  test('collects what is made under an owner that is gone', async () => {
    const uid = await create(configMap('owner'));
    await remove(path('owner'));
    await create(owned('late', ownerReference('owner', uid)));
    await gone(path('late'));
  });

  test('leaves alone what names an owner that this cluster never held', async () => {
    await create(owned('child', ownerReference('ghost', 'no-such-uid')));
    await create(configMap('other'));
    await remove(path('other'));
    await new Promise((resolve) => setImmediate(resolve));
    expect((await call(server.url, path('child'))).status).toBe(200);
  });

  test('refuses a failed precondition with 409', async () => {
    await create(configMap('x'));
    const { status, body } = await remove(path('x'), { preconditions: { uid: 'another' } });
    expect(status).toBe(409);
    expect(body.message).toContain('Precondition failed: UID in precondition: another');
  });

  test('of a collection follows the selector', async () => {
    await create(configMap('a', { go: 'yes' }));
    await create(configMap('b'));
    const { body } = await remove(`${PATHS.configMaps}?labelSelector=go=yes`);
    expect(arrayAt(body, 'items')).toHaveLength(1);
    expect((await call(server.url, path('a'))).status).toBe(404);
    expect((await call(server.url, path('b'))).status).toBe(200);
  });

  describe('of a namespace', () => {
    const namespace = '/api/v1/namespaces/team';
    const inside = `${namespace}/configmaps`;

    beforeEach(() =>
      create(
        { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team' } },
        '/api/v1/namespaces',
      ),
    );

    test('takes everything in it along', async () => {
      await create({ ...configMap('x'), metadata: { name: 'x' } }, inside);
      const { body } = await remove(namespace);
      expect(stringAt(body, 'status', 'phase')).toBe('Terminating');
      await gone(namespace);
      expect((await call(server.url, `${inside}/x`)).status).toBe(404);
    });

    test('stays Terminating while something in it is held, and takes nothing new', async () => {
      const held = { ...configMap('held'), metadata: { name: 'held', finalizers: ['a/b'] } };
      await create(held, inside);
      await remove(namespace);
      const refused = await call(server.url, inside, {
        method: 'POST',
        body: { metadata: { name: 'late' } },
      });
      expect(refused.status).toBe(403);
      expect(refused.body.message).toContain('because it is being terminated');
      await eventually(
        () => call(server.url, `${inside}/held`),
        ({ body }) => stringAt(body, 'metadata', 'deletionTimestamp') !== '',
      );
      await call(server.url, `${inside}/held`, {
        method: 'PATCH',
        type: MERGE,
        body: { metadata: { finalizers: null } },
      });
      await gone(namespace);
    });
  });
});
