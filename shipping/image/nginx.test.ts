/**
 * The image's configuration under a real nginx, serving the built plugin with a test certificate: types,
 * headers, caching, compression, what is refused, TLS, protocols, and the renewal of the certificate.
 */
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { connect as connectHttp2 } from 'node:http2';
import type { ClientHttp2Session, IncomingHttpHeaders } from 'node:http2';
import path from 'node:path';
import { connect } from 'node:tls';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { gunzipSync } from 'node:zlib';
import { nginxProgram } from '../tools/nginxProgram';
import { fetchFrom } from './fetchFrom';
import type { HttpsAnswer, HttpsRequest } from './fetchFrom';
import type { Nginx } from './startNginx';
import { startNginx } from './startNginx';

let nginx: Nginx;
let program: string;

beforeAll(async () => {
  const found = await nginxProgram();
  // Jest cannot skip from here: without nginx these tests fail, and say why.
  if (found.program === undefined) throw new Error(found.reason);
  program = found.program;
  nginx = await startNginx(program);
});
afterAll(() => nginx.stop());

const get = (file: string, more: Partial<HttpsRequest> = {}): Promise<HttpsAnswer> =>
  fetchFrom({ port: nginx.port, ca: nginx.certificate, path: file, ...more });

const files = (): string[] =>
  readdirSync(nginx.root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${path.relative(nginx.root, path.join(entry.parentPath, entry.name))}`);

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'application/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};
const YEAR = 'public, max-age=31536000, immutable';

test('each file comes with its type, its caching and the security headers', async () => {
  const served = files().filter((file) => !/\.(gz|xml)$/.test(file));
  expect(served.length).toBeGreaterThan(30);
  for (const file of served) {
    const { status, headers, body } = await get(file);
    const isKept = /^\/(\d+|exposed-\w+)-[0-9a-f]{20}(\.min\.js|\.css)$/.test(file);
    expect({ file, status, ...headers }).toMatchObject({
      file,
      status: 200,
      'content-type': TYPES[path.extname(file)],
      'cache-control': isKept ? YEAR : 'no-cache',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      server: 'nginx',
    });
    expect(body.equals(readFileSync(path.join(nginx.root, file)))).toBe(true);
  }
});

test.each(['/plugin-manifest.json', '/locales/en/plugin__vm-networks.json', 'the entry'])(
  '%s is asked for each time, and only sent when it has changed',
  async (name) => {
    const entry = files().find((file) => /plugin-entry[^/]+js$/.test(file)) ?? '';
    const file = name === 'the entry' ? entry : name;
    const first = await get(file);
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await get(file, { headers: { 'If-None-Match': first.headers.etag } });
    expect(again.status).toBe(304);
  },
);

test('what was compressed at the build is sent so to those who take it', async () => {
  const compressed = files().filter((file) => file.endsWith('.gz'));
  expect(compressed.length).toBeGreaterThan(10);
  for (const file of compressed.map((name) => name.slice(0, -3))) {
    const { headers, body } = await get(file, { headers: { 'Accept-Encoding': 'gzip' } });
    expect({ file, ...headers }).toMatchObject({
      'content-encoding': 'gzip',
      vary: 'Accept-Encoding',
    });
    expect(body.equals(readFileSync(path.join(nginx.root, `${file}.gz`)))).toBe(true);
    expect(gunzipSync(body).equals(readFileSync(path.join(nginx.root, file)))).toBe(true);
  }
});

test.each([
  ['/', 404],
  ['/index.html', 404],
  ['/nothing.js', 404],
  ['/1234-0123456789abcdef0123.min.js', 404],
  ['/locales', 404],
  ['/locales/', 404],
  ['/plugin-manifest.json.gz', 404],
  ['/../../etc/passwd', 400],
  ['/%2e%2e/%2e%2e/etc/passwd', 400],
  ['/..%2f..%2fetc%2fpasswd', 400],
])('%s is answered %d, with nosniff and never kept', async (file, status) => {
  const answer = await get(file);
  expect(answer.status).toBe(status);
  if (status === 404) {
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['cache-control']).toBe('no-cache');
  }
  expect(answer.body.toString()).not.toMatch(/nginx\/\d|root:/);
});

test('only reading is allowed', async () => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    expect((await get('/plugin-manifest.json', { method })).status).toBe(403);
  }
  expect((await get('/plugin-manifest.json', { method: 'HEAD' })).status).toBe(200);
});

test('/healthz answers probes', async () => {
  const { status, body } = await get('/healthz');
  expect({ status, text: body.toString() }).toEqual({ status: 200, text: 'ok\n' });
});

test('it listens on IPv4 and on IPv6', async () => {
  for (const host of ['127.0.0.1', '::1']) {
    expect((await get('/healthz', { host })).status).toBe(200);
  }
});

/** The protocol and cipher of a handshake with these limits, or the reason it failed. */
async function handshake(port: number, options: ConnectionOptions): Promise<string> {
  const socket = connect({ host: 'localhost', port, rejectUnauthorized: false, ...options });
  try {
    await once(socket, 'secureConnect');
    return `${socket.getProtocol() ?? ''} ${socket.getCipher().name}`;
  } catch (error) {
    return `failed: ${String((error as NodeJS.ErrnoException).code)}`;
  } finally {
    socket.destroy();
  }
}
const only = (version: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'): ConnectionOptions => ({
  minVersion: version,
  maxVersion: version,
  // The client itself would else refuse what is being tried.
  ...(version === 'TLSv1.1' ? { ciphers: 'DEFAULT@SECLEVEL=0' } : {}),
});

test('TLS 1.2 and 1.3 with forward secrecy, nothing older or weaker', async () => {
  expect(await handshake(nginx.port, only('TLSv1.3'))).toMatch(/^TLSv1\.3 TLS_/);
  expect(await handshake(nginx.port, only('TLSv1.2'))).toMatch(
    /^TLSv1\.2 ECDHE-RSA-.*(GCM|POLY1305)/,
  );
  expect(await handshake(nginx.port, only('TLSv1.1'))).toContain('failed');
  for (const ciphers of ['AES128-SHA', 'AES256-GCM-SHA384', 'ECDHE-RSA-AES128-SHA']) {
    const weak = { ...only('TLSv1.2'), ciphers: `${ciphers}:@SECLEVEL=0` };
    expect(await handshake(nginx.port, weak)).toContain('failed');
  }
});

test('the modern profile speaks TLS 1.3 alone', async () => {
  const modern = await startNginx(program, { tls: { profile: 'modern' } });
  try {
    expect(await handshake(modern.port, only('TLSv1.3'))).toMatch(/^TLSv1\.3/);
    expect(await handshake(modern.port, only('TLSv1.2'))).toContain('failed');
  } finally {
    await modern.stop();
  }
});

async function overHttp2(session: ClientHttp2Session, file: string): Promise<string> {
  const stream = session.request({ ':path': file });
  const [headers] = (await once(stream, 'response')) as [IncomingHttpHeaders];
  stream.resume();
  await once(stream, 'end');
  return `${String(headers[':status'])} ${headers['content-type'] ?? ''}`;
}

test('it speaks HTTP/2 with those who do', async () => {
  const session = connectHttp2(`https://localhost:${nginx.port}`, { ca: nginx.certificate });
  expect(await overHttp2(session, '/plugin-manifest.json')).toBe(
    '200 application/json; charset=utf-8',
  );
  expect((session.socket as TLSSocket).alpnProtocol).toBe('h2');
  session.close();
});

test('a renewed certificate is used at once, and open connections live on', async () => {
  const session = connectHttp2(`https://localhost:${nginx.port}`, { ca: nginx.certificate });
  expect(await overHttp2(session, '/healthz')).toMatch(/^200/);
  const renewed = await nginx.renewCertificate();
  const { status } = await fetchFrom({ port: nginx.port, ca: renewed, path: '/healthz' });
  expect(status).toBe(200);
  await expect(get('/healthz')).rejects.toThrow(/self-signed certificate/);
  expect(await overHttp2(session, '/healthz')).toMatch(/^200/);
  session.close();
});

test('it has nothing to complain of', () => {
  // Refused requests and handshakes are noted at lower levels.
  expect(nginx.errors()).not.toMatch(/\[(warn|alert|emerg|crit)\]/);
});
