/**
 * Runs a TypeScript program in this process from one bundled file, which is kept and made anew only when
 * a source changes: starting then costs one file read instead of hundreds.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './ensureInstalled.mjs';
import { fingerprint } from './fingerprint.mjs';
import { cacheFolder, root } from './project.mjs';

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
    for (const old of fs.readdirSync(path.dirname(outfile))) {
      if (old.startsWith(`${name}-`)) fs.rmSync(path.join(path.dirname(outfile), old));
    }
    await bundle(entry, partial);
    fs.renameSync(partial, outfile);
  }
  process.argv[1] = outfile;
  await import(pathToFileURL(outfile).href);
}
