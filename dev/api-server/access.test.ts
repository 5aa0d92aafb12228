import { arrayAt, stringAt, valueAt } from './json';
import type { KubeObject } from './kubeObject';
import type { ApiServer } from './startApiServer';
import { startApiServer } from './startApiServer';
import { MERGE, call, watchSocket } from './testing/apiClient';
import { PATHS, configMap } from './testing/exampleObjects';

const RBAC = 'rbac.authorization.k8s.io';

function binding(
  kind: string,
  name: string,
  role: string,
  subject: string,
  namespace?: string,
): KubeObject {
  const [type = 'User', who = ''] = subject.split(':');
  return {
    apiVersion: `${RBAC}/v1`,
    kind,
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role },
    subjects: [{ kind: type, name: who }],
  };
}

describe('access', () => {
  let server: ApiServer;

  beforeEach(async () => {
    server = await startApiServer({
      users: {
        paula: { name: 'paula', groups: ['project-team'] },
        rita: { name: 'rita', groups: ['auditors'] },
        nobody: { name: 'nobody', groups: [] },
        root: { name: 'root', groups: ['system:masters'] },
      },
      objects: [
        { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'red' } },
        { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'blue' } },
        { ...configMap('x'), metadata: { name: 'x', namespace: 'red' } },
        binding('RoleBinding', 'team', 'admin', 'Group:project-team', 'red'),
        binding('ClusterRoleBinding', 'audit', 'cluster-reader', 'User:rita'),
        {
          apiVersion: `${RBAC}/v1`,
          kind: 'ClusterRole',
          metadata: { name: 'one-map' },
          rules: [
            {
              apiGroups: [''],
              resources: ['configmaps'],
              resourceNames: ['x'],
              verbs: ['get', 'list'],
            },
            { apiGroups: ['nmstate.io'], resources: ['*/status'], verbs: ['patch'] },
          ],
        },
      ],
    });
  });
  afterEach(() => server.close());

  const as = (token: string, path: string, method = 'GET', body?: unknown) =>
    call(server.url, path, { token, method, ...(body === undefined ? {} : { body }) });

  test('without a token is that of the cluster administrator', async () => {
    expect((await call(server.url, '/api/v1/nodes')).status).toBe(200);
  });

  test('with a token that nobody holds is 401', async () => {
    const { status, body } = await as('wrong', '/api/v1/nodes');
    expect([status, body.reason]).toEqual([401, 'Unauthorized']);
  });

  test.each([
    ['paula', 'GET', '/api/v1/namespaces/red/configmaps', 200],
    ['paula', 'GET', '/api/v1/namespaces/red', 200],
    ['paula', 'GET', '/api/v1/namespaces/blue', 403],
    ['paula', 'GET', '/api/v1/configmaps', 403],
    ['paula', 'GET', '/api/v1/nodes', 403],
    ['paula', 'GET', '/apis/k8s.cni.cncf.io/v1/namespaces/red/network-attachment-definitions', 200],
    ['paula', 'GET', PATHS.policies, 403],
    ['rita', 'GET', PATHS.policies, 200],
    ['rita', 'GET', PATHS.clusterNetworks, 403],
    ['rita', 'DELETE', '/api/v1/namespaces/red/configmaps/x', 403],
    ['root', 'GET', PATHS.clusterNetworks, 200],
    ['nobody', 'GET', '/version', 200],
    ['nobody', 'GET', '/apis', 200],
  ])('of %s to %s %s is %d', async (token, method, path, expected) => {
    expect((await as(token, path, method)).status).toBe(expected);
  });

  test('is refused in the words of Kubernetes', async () => {
    const cluster = await as('paula', PATHS.policies, 'POST', {});
    expect(cluster.body.message).toBe(
      'nodenetworkconfigurationpolicies.nmstate.io is forbidden: User "paula" cannot create resource "nodenetworkconfigurationpolicies" in API group "nmstate.io" at the cluster scope',
    );
    const namespaced = await as('nobody', '/api/v1/namespaces/red/configmaps/x');
    expect(namespaced.body).toMatchObject({
      reason: 'Forbidden',
      code: 403,
      message:
        'configmaps "x" is forbidden: User "nobody" cannot get resource "configmaps" in API group "" in the namespace "red"',
    });
  });

  test('follows bindings as they come and go', async () => {
    const path = `/apis/${RBAC}/v1/clusterrolebindings`;
    const grant = binding('ClusterRoleBinding', 'new', 'cluster-reader', 'User:nobody');
    expect((await as('nobody', '/api/v1/nodes')).status).toBe(403);
    await call(server.url, path, { method: 'POST', body: grant });
    expect((await as('nobody', '/api/v1/nodes')).status).toBe(200);
    await call(server.url, `${path}/new`, { method: 'DELETE' });
    expect((await as('nobody', '/api/v1/nodes')).status).toBe(403);
  });

  test('by resource name covers that object only', async () => {
    const path = `/apis/${RBAC}/v1/namespaces/red/rolebindings`;
    const body = binding('RoleBinding', 'one', 'one-map', 'User:nobody', 'red');
    await call(server.url, path, { method: 'POST', body });
    const maps = '/api/v1/namespaces/red/configmaps';
    expect((await as('nobody', `${maps}/x`)).status).toBe(200);
    expect((await as('nobody', `${maps}/y`)).status).toBe(403);
    expect((await as('nobody', maps)).status).toBe(403);
    expect((await as('nobody', `${maps}?fieldSelector=metadata.name%3Dx`)).status).toBe(200);
  });

  test('to a subresource is a right of its own', async () => {
    await call(server.url, `/apis/${RBAC}/v1/clusterrolebindings`, {
      method: 'POST',
      body: binding('ClusterRoleBinding', 'status', 'one-map', 'User:nobody'),
    });
    const patch = (path: string) =>
      call(server.url, path, { method: 'PATCH', type: MERGE, token: 'nobody', body: {} });
    expect((await patch(`${PATHS.policies}/p/status`)).status).toBe(404);
    expect((await patch(`${PATHS.policies}/p`)).status).toBe(403);
  });

  test('reviews answer as the requests would', async () => {
    const ask = async (token: string, attributes: Record<string, string>): Promise<unknown> => {
      const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
      const { status, body } = await as(token, path, 'POST', {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: attributes },
      });
      expect(status).toBe(201);
      return body.status;
    };
    const inRed = { verb: 'list', resource: 'configmaps', namespace: 'red' };
    expect(await ask('paula', inRed)).toEqual({
      allowed: true,
      reason: 'RBAC: allowed by RoleBinding "team/red" of ClusterRole "admin"',
    });
    expect(await ask('paula', { ...inRed, namespace: 'blue' })).toEqual({ allowed: false });
    const create = { verb: 'create', group: 'k8s.ovn.org', resource: 'clusteruserdefinednetworks' };
    expect(await ask('rita', create)).toEqual({ allowed: false });
    expect(await ask('root', create)).toEqual({ allowed: true });
  });

  test('rules reviews list what holds in a namespace', async () => {
    const path = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';
    const { body } = await as('paula', path, 'POST', { spec: { namespace: 'blue' } });
    const rules = arrayAt(body, 'status', 'resourceRules');
    expect(rules.some((rule) => arrayAt(rule, 'resources').includes('configmaps'))).toBe(false);
    expect(valueAt(body, 'status', 'incomplete')).toBe(false);
  });

  test('self reviews say who one is, also when acting as somebody else', async () => {
    const path = '/apis/authentication.k8s.io/v1/selfsubjectreviews';
    const self = await as('rita', path, 'POST', {});
    expect(valueAt(self.body, 'status', 'userInfo')).toEqual({
      username: 'rita',
      groups: ['auditors', 'system:authenticated'],
    });
    const headers = { 'Impersonate-User': 'paula', 'Impersonate-Group': 'project-team' };
    const acted = await call(server.url, path, { method: 'POST', body: {}, headers });
    expect(valueAt(acted.body, 'status', 'userInfo', 'username')).toBe('paula');
    const refused = await call(server.url, path, {
      method: 'POST',
      body: {},
      headers,
      token: 'rita',
    });
    expect(refused.status).toBe(403);
  });

  test('projects are the namespaces one may see', async () => {
    const path = '/apis/project.openshift.io/v1/projects';
    const { body } = await as('paula', path);
    expect(body.kind).toBe('ProjectList');
    expect(arrayAt(body, 'items').map((item) => stringAt(item, 'metadata', 'name'))).toEqual([
      'red',
    ]);
    expect(arrayAt(body, 'items')[0]).toMatchObject({
      kind: 'Project',
      status: { phase: 'Active' },
    });
    expect((await as('paula', `${path}/red`)).status).toBe(200);
    expect((await as('paula', `${path}/blue`)).status).toBe(403);
    expect((await as('paula', path, 'POST', {})).status).toBe(405);
  });

  test('works over a WebSocket with the token in the subprotocol', async () => {
    const token = Buffer.from('paula').toString('base64url');
    const protocols = [`base64url.bearer.authorization.k8s.io.${token}`];
    const projects = '/apis/project.openshift.io/v1/projects?watch=1';
    const watch = await watchSocket(server.url, projects, protocols);
    const { object } = await watch.next(() => true);
    expect(stringAt(object, 'metadata', 'name')).toBe('red');
    watch.close();
    await expect(watchSocket(server.url, '/api/v1/nodes?watch=1', protocols)).rejects.toThrow(
      '403',
    );
  });
});
