import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import type { ApiServer } from './startApiServer';
import { createApiServer, startApiServer } from './startApiServer';
import { JSON_PATCH, MERGE, call, watchSocket } from './testing/apiClient';
import { PATHS, configMap, virtualMachine } from './testing/exampleObjects';

describe('createApiServer', () => {
  const PREFIX = '/api/kubernetes';
  const api = createApiServer({ objects: [configMap('x')] });
  let host: Server;
  let base: string;

  beforeAll(async () => {
    host = createServer((request, response) => {
      request.url = (request.url ?? '').slice(PREFIX.length);
      api.handle(request, response);
    });
    host.on('upgrade', (request, socket, head) => {
      request.url = (request.url ?? '').slice(PREFIX.length);
      api.handleUpgrade(request, socket, head);
    });
    host.listen(0, '127.0.0.1');
    await once(host, 'listening');
    base = `http://127.0.0.1:${(host.address() as AddressInfo).port}${PREFIX}`;
  });
  afterAll(async () => {
    await api.close();
    host.close();
    host.closeAllConnections();
  });

  test('serves requests and watches of a server that mounts it under a path', async () => {
    expect((await call(base, `${PATHS.configMaps}/x`)).status).toBe(200);
    const watch = await watchSocket(base, `${PATHS.configMaps}?watch=true`);
    expect((await watch.next(() => true)).type).toBe('ADDED');
    watch.close();
  });
});

describe('whatever is sent', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer({ objects: [virtualMachine('vm'), configMap('x')] });
  });
  afterAll(() => server.close());

  const key = fc.constantFrom(
    'metadata',
    'spec',
    'status',
    'name',
    'labels',
    'finalizers',
    'ownerReferences',
    'template',
    'domain',
    'devices',
    'interfaces',
    'networks',
    'network',
    'localnet',
    'vlan',
    'config',
    'data',
    'topology',
    'subnets',
    'ipam',
    'capture',
    'managedFields',
    '__proto__',
    'constructor',
  );
  const { value: json } = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom(null, true, 0, -1, 'x', '', 'Localnet', '10.0.0.0/24'),
      tie('object'),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
    object: fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  }));
  const path = fc.constantFrom(
    PATHS.configMaps,
    PATHS.policies,
    PATHS.attachments,
    PATHS.clusterNetworks,
    PATHS.virtualMachines,
    '/api/v1/namespaces',
    '/api/v1/namespaces/default/secrets',
    '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
  );

  test('a create is answered, never with 500', async () => {
    const named = json.map((content) => ({
      metadata: { name: 'y' },
      spec: content,
      data: content,
      subjects: content,
    }));
    await fc.assert(
      fc.asyncProperty(path, fc.oneof(json, named), async (target, content) => {
        const body = JSON.stringify(content);
        const answer = await call(server.url, `${target}?dryRun=All`, { method: 'POST', body });
        expect(answer).not.toMatchObject({ status: 500 });
      }),
      { numRuns: 300 },
    );
  });

  test('a patch is answered, never with 500', async () => {
    const type = fc.constantFrom(MERGE, JSON_PATCH, 'application/strategic-merge-patch+json');
    const target = fc.constantFrom(`${PATHS.virtualMachines}/vm`, `${PATHS.configMaps}/x`);
    await fc.assert(
      fc.asyncProperty(target, type, json, async (url, media, content) => {
        const body = JSON.stringify(content);
        const answer = await call(server.url, `${url}?dryRun=All`, {
          method: 'PATCH',
          type: media,
          body,
        });
        expect(answer).not.toMatchObject({ status: 500 });
      }),
      { numRuns: 300 },
    );
  });

  test('an apply is answered, never with 500', async () => {
    await fc.assert(
      fc.asyncProperty(json, async (content) => {
        const answer = await call(
          server.url,
          `${PATHS.virtualMachines}/vm?dryRun=All&force=true&fieldManager=a`,
          { method: 'PATCH', type: 'application/apply-patch+yaml', body: JSON.stringify(content) },
        );
        expect(answer).not.toMatchObject({ status: 500 });
      }),
      { numRuns: 200 },
    );
  });
});
