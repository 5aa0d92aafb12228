import { arrayAt, recordAt, stringAt, valueAt } from './json';
import type { ApiServer } from './startApiServer';
import { startApiServer } from './startApiServer';
import { call } from './testing/apiClient';

const names = (items: readonly unknown[]): string[] => items.map((item) => stringAt(item, 'name'));

describe('discovery', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer();
  });
  afterAll(() => server.close());

  test('tells version and health', async () => {
    const { body } = await call(server.url, '/version');
    expect(stringAt(body, 'gitVersion')).toMatch(/^v1\.\d+/);
    expect((await call(server.url, '/readyz')).body.text).toBe('ok');
  });

  test('lists groups with the preferred version first', async () => {
    const { body } = await call(server.url, '/apis');
    const nmstate = arrayAt(body, 'groups').find(
      (group) => stringAt(group, 'name') === 'nmstate.io',
    );
    expect(valueAt(nmstate, 'preferredVersion')).toEqual({
      groupVersion: 'nmstate.io/v1',
      version: 'v1',
    });
    expect((await call(server.url, '/apis/k8s.ovn.org')).body.kind).toBe('APIGroup');
    expect((await call(server.url, '/apis/no.such.group')).status).toBe(404);
  });

  test('lists resources and subresources of a version', async () => {
    const { body } = await call(server.url, '/apis/nmstate.io/v1beta1');
    expect(names(arrayAt(body, 'resources'))).toEqual(
      expect.arrayContaining(['nodenetworkstates', 'nodenetworkstates/status', 'nmstates']),
    );
    const core = await call(server.url, '/api/v1');
    const pods = arrayAt(core.body, 'resources').find((item) => stringAt(item, 'name') === 'pods');
    expect(pods).toMatchObject({ kind: 'Pod', namespaced: true, shortNames: ['po'] });
  });

  test.each(['api', 'apis'])('aggregates /%s when asked to', async (root) => {
    const accept =
      'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';
    const { body, headers } = await call(server.url, `/${root}`, { accept });
    expect(headers.get('content-type')).toContain('as=APIGroupDiscoveryList');
    expect(body.apiVersion).toBe('apidiscovery.k8s.io/v2');
    const resources = arrayAt(body, 'items').flatMap((group) =>
      arrayAt(group, 'versions').flatMap((version) => arrayAt(version, 'resources')),
    );
    const sought = root === 'api' ? 'nodes' : 'virtualmachines';
    expect(resources.map((resource) => stringAt(resource, 'resource'))).toContain(sought);
  });

  test('has custom resource definitions for the custom kinds', async () => {
    const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    const { body } = await call(server.url, `${path}/nodenetworkconfigurationpolicies.nmstate.io`);
    expect(recordAt(body, 'spec', 'names')).toMatchObject({
      kind: 'NodeNetworkConfigurationPolicy',
      shortNames: ['nncp'],
    });
    expect(valueAt(body, 'spec', 'scope')).toBe('Cluster');
    expect((await call(server.url, `${path}/pods`)).status).toBe(404);
  });

  test('says in OpenAPI which query parameters a patch takes', async () => {
    const root = await call(server.url, '/openapi/v3');
    const url = stringAt(recordAt(root.body, 'paths', 'apis/kubevirt.io/v1'), 'serverRelativeURL');
    const { body } = await call(server.url, url);
    const patch = recordAt(
      body,
      'paths',
      '/apis/kubevirt.io/v1/namespaces/{namespace}/virtualmachines/{name}',
      'patch',
    );
    expect(names(arrayAt(patch, 'parameters'))).toContain('fieldValidation');
  });

  test('knows nothing of groups that are left out', async () => {
    const bare = await startApiServer({
      without: ['nmstate.io'],
      objects: [{ apiVersion: 'nmstate.io/v1', kind: 'NMState', metadata: { name: 'nmstate' } }],
    });
    expect((await call(bare.url, '/apis/nmstate.io/v1')).status).toBe(404);
    expect((await call(bare.url, '/apis/nmstate.io/v1/nmstates')).status).toBe(404);
    const { body } = await call(bare.url, '/apis');
    expect(names(arrayAt(body, 'groups'))).not.toContain('nmstate.io');
    await bare.close();
  });

  test('refuses to be seeded with a kind it does not have', async () => {
    const objects = [{ apiVersion: 'v1', kind: 'Unicorn', metadata: { name: 'x' } }];
    await expect(startApiServer({ objects })).rejects.toThrow('cannot seed Unicorn "x"');
  });
});
