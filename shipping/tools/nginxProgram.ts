/**
 * A real nginx to try the configuration with: one that is installed, or Debian's package, unpacked into
 * .cache without installing it, so that no service of it starts.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from './projectRoot';
import { outputOf, runProgram } from './runProgram';

export type NginxProgram =
  { readonly program: string } | { readonly program: undefined; readonly reason: string };

const cache = path.join(projectRoot, '.cache');
const unpacked = path.join(cache, 'nginx');
const inside = 'usr/sbin/nginx';
const installed = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'];

async function unpack(): Promise<void> {
  await mkdir(cache, { recursive: true });
  const partial = await mkdtemp(path.join(cache, 'nginx-partial-'));
  const download = (): Promise<string> =>
    outputOf('apt-get', ['download', 'nginx'], { cwd: partial });
  try {
    await download();
  } catch {
    // A fresh machine knows no packages yet.
    await outputOf('apt-get', ['update']);
    await download();
  }
  const archive = (await readdir(partial)).find((name) => name.endsWith('.deb'));
  if (archive === undefined) throw new Error('apt-get download nginx left no package');
  await outputOf('dpkg-deb', ['-x', archive, '.'], { cwd: partial });
  await rename(partial, unpacked).catch(() => rm(partial, { recursive: true }));
}

async function runs(program: string): Promise<boolean> {
  return existsSync(program) && (await runProgram(program, ['-v'])).status === 0;
}

/** The program, or why there is none. On a CI machine there has to be one: then it throws. */
export async function nginxProgram(): Promise<NginxProgram> {
  for (const program of [...installed, path.join(unpacked, inside)]) {
    if (await runs(program)) return { program };
  }
  try {
    await unpack();
    const program = path.join(unpacked, inside);
    if (await runs(program)) return { program };
    throw new Error(`${program} does not run here; "ldd" tells which library it lacks`);
  } catch (error) {
    if (process.env.CI) throw error;
    return { program: undefined, reason: `no nginx: ${String(error)}` };
  }
}
