/** A real API server over TLS behind the proxy: whose rights count, what passes, and what is said when not. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { call, watchSocket } from '../api-server/testing/apiClient';
import { configMap } from '../api-server/testing/exampleObjects';
import { ClusterProxy } from './ClusterProxy';
import { loadCluster } from './loadCluster';
import { probeCluster } from './probeCluster';
import type { Signed, TlsCluster } from './testing/tlsCluster';
import {
  base64,
  makeAuthority,
  sign,
  startTlsCluster,
  writeKubeconfig,
} from './testing/tlsCluster';

const CONFIG_MAPS = '/api/v1/namespaces/default/configmaps';
const WHO = '/apis/authentication.k8s.io/v1/selfsubjectreviews';
const users = {
  'token-of-ann': { name: 'ann', groups: ['system:masters'] },
  'token-of-bob': { name: 'bob', groups: [] },
};

jest.setTimeout(60_000);

let authority: Signed;
let folder: string;
let cluster: TlsCluster;
const servers: Server[] = [];

beforeAll(async () => {
  authority = await makeAuthority();
  cluster = await startTlsCluster({ objects: [configMap('x')], users }, { authority });
});
afterAll(() => cluster.close());
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kubeconfig-'));
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
  rmSync(folder, { recursive: true });
});

const trusted = (server = cluster.url): object => ({
  server,
  'certificate-authority-data': base64(authority.cert),
});
const kubeconfig = (user: object, at: object = trusted()): string =>
  writeKubeconfig(folder, at, user);

/** The proxy on a port of its own, without the console in front. */
const serveProxy = async (file: string): Promise<string> => {
  const proxy = new ClusterProxy(await loadCluster(file));
  const server = createServer((request, response) => void proxy.handle(request, response));
  server.on('upgrade', (request, socket, head) => proxy.handleUpgrade(request, socket, head));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const whoAmI = async (url: string): Promise<unknown> => {
  const { body } = await call(url, WHO, { method: 'POST', body: {} });
  return (body.status as { userInfo?: { username?: string } } | undefined)?.userInfo?.username;
};

const problemOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no problem',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

describe('credentials', () => {
  test('by token', async () => {
    expect(await whoAmI(await serveProxy(kubeconfig({ token: 'token-of-bob' })))).toBe('bob');
  });

  test('by a token file, which wins over a token', async () => {
    const tokenFile = path.join(folder, 'token');
    writeFileSync(tokenFile, 'token-of-bob');
    expect(await whoAmI(await serveProxy(kubeconfig({ tokenFile, token: 'x' })))).toBe('bob');
  });

  test('by client certificate', async () => {
    const own = await sign(authority, 'ann');
    const user = {
      'client-certificate-data': base64(own.cert),
      'client-key-data': base64(own.private),
    };
    expect(await whoAmI(await serveProxy(kubeconfig(user)))).toBe('ann');
  });

  test('by a credential plugin', async () => {
    const credential = {
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      status: { token: 'token-of-ann' },
    };
    const script = `console.log(${JSON.stringify(JSON.stringify(credential))})`;
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: process.execPath,
      args: ['-e', script],
      interactiveMode: 'Never',
    };
    expect(await whoAmI(await serveProxy(kubeconfig({ exec })))).toBe('ann');
  });

  test('a credential plugin that fails is quoted', async () => {
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: process.execPath,
      args: ['-e', 'console.error("session over"); process.exit(1)'],
    };
    const file = kubeconfig({ exec });
    const wanted = /^The credentials of ann cannot be had: session over$/;
    expect(await problemOf(probeCluster(await loadCluster(file)))).toMatch(wanted);
    const { status, body } = await call(await serveProxy(file), CONFIG_MAPS);
    expect(status).toBe(401);
    expect(body.message).toMatch(wanted);
  });
});

describe('what passes', () => {
  let url: string;
  beforeEach(async () => {
    url = await serveProxy(kubeconfig({ token: 'token-of-ann' }));
  });

  test('reads, writes, answers and errors as the cluster gives them', async () => {
    expect((await call(url, `${CONFIG_MAPS}/x`)).body.kind).toBe('ConfigMap');
    const created = await call(url, CONFIG_MAPS, { method: 'POST', body: configMap('made') });
    expect(created.status).toBe(201);
    const again = await call(url, CONFIG_MAPS, { method: 'POST', body: configMap('made') });
    expect(again).toMatchObject({ status: 409, body: { reason: 'AlreadyExists' } });
    expect((await call(url, '/version')).body.major).toBe('1');
  });

  test('none of the browser’s own credentials, cookies or identities', async () => {
    const headers = { Cookie: 'csrf-token=1', Origin: 'http://x', 'Impersonate-User': 'root' };
    await call(url, `${CONFIG_MAPS}/x`, { token: 'forged', headers });
    const sent = cluster.seen.at(-1) ?? {};
    expect(sent.authorization).toBe('Bearer token-of-ann');
    expect(Object.keys(sent)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/cookie|origin|impersonate/)]),
    );
  });

  test('a watch, by WebSocket, until the page leaves', async () => {
    const watch = await watchSocket(url, `${CONFIG_MAPS}?watch=1&resourceVersion=0`, [
      `base64url.bearer.authorization.k8s.io.${Buffer.from('forged').toString('base64url')}`,
      'base64.binary.k8s.io',
    ]);
    await watch.next(({ object }) => (object.metadata as { name: string }).name === 'x');
    await call(url, CONFIG_MAPS, { method: 'POST', body: configMap('later') });
    await watch.next(({ object }) => (object.metadata as { name: string }).name === 'later');
    watch.close();
    expect(await watch.ended).toBe('closed');
  });

  test.each([
    '/metrics',
    '/logs/',
    '/api/v1/nodes/a/proxy/run',
    '/api/v1/namespaces/a/pods/b/exec?command=sh&stdin=1',
    '/api/v1/namespaces/a/pods/b/log',
    '/api/../metrics',
    '/apis/subresources.kubevirt.io/v1/namespaces/a/virtualmachines/b/stop',
  ])('not %s', async (target) => {
    const arrived = cluster.seen.length;
    expect((await call(url, target)).status).toBe(403);
    await expect(watchSocket(url, target)).rejects.toThrow('403');
    expect(cluster.seen).toHaveLength(arrived);
  });

  test('no WebSocket that is not a watch', async () => {
    await expect(watchSocket(url, CONFIG_MAPS)).rejects.toThrow('403');
  });

  test('a refused watch keeps its status', async () => {
    const asBob = await serveProxy(kubeconfig({ token: 'token-of-bob' }));
    await expect(watchSocket(asBob, `${CONFIG_MAPS}?watch=1`)).rejects.toThrow('403');
  });

  test('the news that the cluster has gone, as a Status', async () => {
    const other = await startTlsCluster({ users }, { authority });
    const through = await serveProxy(kubeconfig({ token: 'token-of-ann' }, trusted(other.url)));
    expect((await call(through, CONFIG_MAPS)).status).toBe(200);
    const watch = await watchSocket(through, `${CONFIG_MAPS}?watch=1`);
    await other.close();
    await watch.ended;
    const { status, body } = await call(through, CONFIG_MAPS);
    expect(status).toBe(503);
    expect(body.message).toBe(
      `The cluster ${other.url} cannot be reached: nothing listens there (connection refused)`,
    );
  });
});

describe('before it starts', () => {
  const probe = async (file: string): Promise<string> =>
    problemOf(probeCluster(await loadCluster(file)));
  const token = { token: 'token-of-ann' };

  test('says which operators a cluster lacks', async () => {
    const bare = await startTlsCluster(
      { users, without: ['nmstate.io', 'kubevirt.io'] },
      { authority },
    );
    const file = kubeconfig(token, trusted(bare.url));
    const { missing, version } = await probeCluster(await loadCluster(file));
    await bare.close();
    expect(version).toMatch(/^v1\./);
    expect(missing).toEqual([
      expect.stringContaining('does not serve nmstate.io. NMState'),
      expect.stringContaining('does not serve kubevirt.io. OpenShift Virtualization'),
    ]);
  });

  test('says that the cluster is not there', async () => {
    const gone = await startTlsCluster({}, { authority });
    await gone.close();
    expect(await probe(kubeconfig(token, trusted(gone.url)))).toBe(
      `The cluster ${gone.url} cannot be reached: nothing listens there (connection refused).`,
    );
  });

  test('says that a token has expired', async () => {
    expect(await probe(kubeconfig({ token: 'expired' }))).toMatch(
      /does not accept the credentials of ann \(401 Unauthorized\).*Log in again/,
    );
  });

  test('does not talk to a cluster with another authority’s certificate', async () => {
    const stranger = await makeAuthority();
    const at = { server: cluster.url, 'certificate-authority-data': base64(stranger.cert) };
    const arrived = cluster.seen.length;
    expect(await probe(kubeconfig(token, at))).toMatch(/not signed by the certificate authority/);
    expect(await probe(kubeconfig(token, { server: cluster.url }))).toMatch(/not signed by/);
    expect(cluster.seen).toHaveLength(arrived);
  });

  test('does not talk to a cluster under another name', async () => {
    const renamed = await startTlsCluster({ users }, { authority, host: 'elsewhere.example' });
    const file = kubeconfig(token, trusted(renamed.url));
    expect(await probe(file)).toMatch(/its certificate is for another host name/);
    const at = { ...trusted(renamed.url), 'tls-server-name': 'elsewhere.example' };
    expect(await probe(kubeconfig(token, at))).toBe('no problem');
    await renamed.close();
  });

  test('warns of a kubeconfig that waives the check', async () => {
    const at = { server: cluster.url, 'insecure-skip-tls-verify': true };
    const loaded = await loadCluster(kubeconfig(token, at));
    expect(loaded.warnings).toEqual([expect.stringContaining('not verified')]);
    expect(await problemOf(probeCluster(loaded))).toBe('no problem');
  });

  test('says that what answers is no API server', async () => {
    const web = createServer((_request, response) => response.end('<html>'));
    servers.push(web);
    web.listen(0, '127.0.0.1');
    await once(web, 'listening');
    const server = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
    expect(await probe(kubeconfig(token, { server }))).toMatch(/does not answer as an API server/);
  });

  test.each([
    [{ server: 'http://cluster.example' }, 'credentials are sent over https only'],
    [{ server: 'nonsense' }, '"nonsense", is no URL'],
  ])('refuses %j', async (at, why) => {
    expect(await problemOf(loadCluster(kubeconfig(token, at)))).toContain(why);
  });

  test.each([
    ['{{{', undefined, 'is no kubeconfig'],
    ['a: b', undefined, 'is no kubeconfig: it lists no clusters'],
    [undefined, 'there', 'has no context "there". It has: here.'],
    ['clusters: []\nusers: []\ncontexts: []\n', undefined, 'has no current context'],
    [
      'clusters: []\nusers: []\ncurrent-context: a\ncontexts: [{name: a, context: {cluster: x, user: y}}]\n',
      undefined,
      'does not list the cluster that context a names',
    ],
  ])('says what is wrong with the kubeconfig %j', async (text, context, why) => {
    const file = kubeconfig(token);
    if (text !== undefined) writeFileSync(file, text);
    expect(await problemOf(loadCluster(file, context))).toContain(why);
  });

  test('says that there is no such file', async () => {
    const file = path.join(folder, 'absent');
    expect(await problemOf(loadCluster(file))).toBe(
      `${file} cannot be read: there is no such file.`,
    );
  });
});
