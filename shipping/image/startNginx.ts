/**
 * Runs nginx as the image does: the chart's configuration, the built files with their compressed copies, a
 * serving certificate, and, when the tests run as root, as a user that owns nothing and may write nowhere
 * but to the folder that stands for /tmp.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { leastValues, objectOf, renderChart } from '../chart/renderChart';
import { projectRoot } from '../tools/projectRoot';
import { outputOf } from '../tools/runProgram';
import { fetchFrom } from './fetchFrom';
import { renewCertificate } from './testCertificate';

export interface Nginx {
  readonly port: number;
  /** The current certificate in PEM form, which is its own authority. */
  readonly certificate: string;
  /** The files it serves. */
  readonly root: string;
  /** A new certificate in place of the old one; nginx is told nothing. */
  renewCertificate(): Promise<string>;
  /** What it has written to its error log. */
  errors(): string;
  stop(): Promise<void>;
}

const POLL_MS = 20;

/** As OpenShift picks one: any number, in group 0. */
const SOME_USER = { uid: 1_000_650_000, gid: 0 };

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '::');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * @param program path of nginx
 * @param values for the chart beside the least
 * @throws with its error log when it does not start
 */
export async function startNginx(program: string, values: object = {}): Promise<Nginx> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nginx-'));
  const [root, certificates, temporary] = ['html', 'cert', 'tmp'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  await Promise.all([certificates, temporary].map((name) => mkdir(name)));
  await cp(path.join(projectRoot, 'dist'), root, { recursive: true });
  await outputOf(process.execPath, [path.join(projectRoot, 'scripts/compressBuild.mjs'), root]);
  const certificate = await renewCertificate(certificates, 'first');

  const port = await freePort();
  const objects = await renderChart({ ...leastValues, ...values, port });
  const data = objectOf(objects, 'ConfigMap').data as Readonly<Record<string, string>>;
  const text = (data['nginx.conf'] ?? '')
    .replaceAll('/tmp/', `${temporary}/`)
    .replaceAll('/var/cert/', `${certificates}/`)
    .replaceAll('/usr/share/nginx/html', root);
  const configuration = path.join(folder, 'nginx.conf');
  await writeFile(configuration, text);
  await chmod(folder, 0o755);
  await chmod(temporary, 0o777);

  const user = process.getuid?.() === 0 ? SOME_USER : {};
  // As the image's entry point.
  const args = ['-e', 'stderr', '-c', configuration, '-g', 'daemon off;'];
  const child = spawn(program, args, { ...user, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exited = once(child, 'exit');
  const nginx: Nginx = {
    port,
    certificate,
    root,
    renewCertificate: () => renewCertificate(certificates, `edition-${Date.now()}`),
    errors: () => errors,
    stop: async () => {
      child.kill('SIGQUIT');
      await exited;
      await rm(folder, { recursive: true });
    },
  };
  const hasStarted = await Promise.race([answers(port, certificate), exited.then(() => false)]);
  if (!hasStarted) throw new Error(`nginx did not start:\n${errors}`);
  return nginx;
}

/** Resolves once the port takes connections. */
async function answers(port: number, ca: string): Promise<true> {
  for (;;) {
    const isUp = await fetchFrom({ port, ca, path: '/healthz' }).then(
      () => true,
      () => false,
    );
    if (isUp) return true;
    await setTimeout(POLL_MS);
  }
}
