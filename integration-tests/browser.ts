/**
 * Finds a Chromium for the end-to-end tests without downloading one: CHROMIUM_PATH, a system browser, or
 * the one that comes inside the npm package @sparticuz/chromium, unpacked once into .cache with the
 * libraries and fonts it needs where the system has none.
 */
import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

export interface Browser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

const root = path.resolve(__dirname, '..');
const packageFolder = path.join(root, 'node_modules/@sparticuz/chromium');
const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Containers and CI run as root, where Chromium's sandbox refuses to start. */
const sandboxArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

async function unpackTar(archive: string, folder: string) {
  await mkdir(folder, { recursive: true });
  const tar = path.join(folder, 'archive.tar');
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(tar));
  await promisify(execFile)('tar', ['-xf', tar, '-C', folder]);
  await rm(tar);
}

/** The package's own font configuration looks in the folders of a cloud function only. */
function fontConfig(folder: string) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
}

/** Unpacks beside the goal and renames, so that two test runs at once cannot see half a browser. */
async function unpack(goal: string) {
  const partial = `${goal}.${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const bin = path.join(packageFolder, 'bin');
  await Promise.all([
    pipeline(
      createReadStream(path.join(bin, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(path.join(partial, 'chromium'), { mode: 0o755 }),
    ),
    unpackTar(path.join(bin, 'al2023.tar.br'), path.join(partial, 'al2023')),
    // Chromium looks for its software renderer beside itself.
    unpackTar(path.join(bin, 'swiftshader.tar.br'), partial),
    unpackTar(path.join(bin, 'fonts.tar.br'), path.join(partial, 'fonts')),
  ]);
  await writeFile(path.join(partial, 'fonts.conf'), fontConfig(goal));
  try {
    await rename(partial, goal);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(goal)) throw error;
  }
}

async function packagedBrowser(): Promise<Browser> {
  const manifest = path.join(packageFolder, 'package.json');
  if (!existsSync(manifest)) {
    throw new Error('No browser: install Chromium, set CHROMIUM_PATH, or run "npm ci" first');
  }
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = path.join(root, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
    args: [...sandboxArgs, '--font-render-hinting=none'],
  };
}

/**
 * The browser to test with.
 * @throws when CHROMIUM_PATH names no browser that runs, or there is none at all
 */
export async function findBrowser(): Promise<Browser> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    await promisify(execFile)(chosen, ['--version']).catch(() => {
      throw new Error(`CHROMIUM_PATH is ${chosen}, which does not run`);
    });
    return { executablePath: chosen, env: {}, args: sandboxArgs };
  }
  const installed = systemBrowsers.find((file) => existsSync(file));
  if (installed) return { executablePath: installed, env: {}, args: sandboxArgs };
  return packagedBrowser();
}
