/**
 * Runs a TypeScript program in this process from one bundled file, which is kept and made anew only when
 * a source changes: starting then costs one file read instead of hundreds.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './ensureInstalled.mjs';
import { fingerprint } from './fingerprint.mjs';
import { cacheFolder, Complaint, root } from './project.mjs';

async function bundle(entry, outfile) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'error',
    // Packages written for require() find it in a module, too.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Drops bundles of a day ago: a younger one may just be starting in another process. */
function removeOld(folder, name) {
  for (const file of fs.readdirSync(folder)) {
    const old = path.join(folder, file);
    if (!file.startsWith(`${name}-`)) continue;
    const age = Date.now() - (fs.statSync(old, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > DAY_MS) fs.rmSync(old, { force: true });
  }
}

/**
 * @param {string} entry the program, relative to the project; it reads process.argv and sets
 *   process.exitCode as if it had been started itself
 * @param {readonly string[]} inputs files and folders that it is made of
 */
export async function runBundled(entry, inputs) {
  ensureInstalled();
  const name = entry.replace(/\W+/g, '-');
  const key = fingerprint(root, [...inputs, 'package-lock.json', 'scripts/lib/runBundled.mjs']);
  const outfile = path.join(cacheFolder, 'bundles', `${name}-${key}.mjs`);
  if (!fs.existsSync(outfile)) {
    // Written under another name first: two runs at once never see half a file.
    const partial = `${outfile}.${process.pid}.mjs`;
    fs.mkdirSync(path.dirname(outfile), { recursive: true });
    await bundle(entry, partial).catch(() => {
      throw new Complaint(`${entry} cannot be bundled; see above`);
    });
    fs.renameSync(partial, outfile);
    removeOld(path.dirname(outfile), name);
  }
  process.argv[1] = outfile;
  await import(pathToFileURL(outfile).href);
}
