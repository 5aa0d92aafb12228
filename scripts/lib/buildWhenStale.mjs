/**
 * Builds the plugin or the host page when what they are made of has changed since their last build here.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { lineNames } from './consoleLines.mjs';
import { fingerprint } from './fingerprint.mjs';
import { cacheFolder, Complaint, root } from './project.mjs';

const hostBuild = (line) => ({
  script: 'build:host',
  args: ['--', '--env', `console=${line}`],
  inputs: [
    'dev/console/host',
    'dev/console/lines/lines.json',
    'dev/console/lines/lineFolders.mjs',
    'dev/console/sdkAliases.mjs',
    'dev/console/webpack.config.mjs',
    'package-lock.json',
  ],
  output: `.cache/dev-console-${line}/index.js`,
});

/** What is built: by which npm script, from what, and a file that shows it is there. */
export const builds = {
  plugin: {
    script: 'build',
    inputs: [
      'src',
      'locales',
      'console-extensions.json',
      'webpack.config.mjs',
      'package.json',
      'package-lock.json',
      'scripts/lib/contentNamedEntry.mjs',
      'scripts/writeNotices.mjs',
      'scripts/lib/thirdParty.mjs',
    ],
    output: 'dist/plugin-manifest.json',
  },
  ...Object.fromEntries(lineNames.map((line) => [`host-${line}`, hostBuild(line)])),
};

const keyFile = (name) => path.join(cacheFolder, `built-${name}`);

/** @param {keyof typeof builds} name */
export function isStale(name) {
  const { inputs, output } = builds[name];
  if (!fs.existsSync(path.join(root, output)) || !fs.existsSync(keyFile(name))) return true;
  return fs.readFileSync(keyFile(name), 'utf8') !== fingerprint(root, inputs);
}

/** Notes that `name` has just been built from inputs with this fingerprint. */
export function markBuilt(name, key = fingerprint(root, builds[name].inputs)) {
  fs.mkdirSync(cacheFolder, { recursive: true });
  fs.writeFileSync(keyFile(name), key);
}

/**
 * @param {keyof typeof builds} name
 * @throws {Complaint} when the build fails, with its output above
 */
export function buildWhenStale(name) {
  if (!isStale(name)) return;
  const { script, inputs, args = [] } = builds[name];
  process.stderr.write(`Building the ${name} ...\n`);
  const key = fingerprint(root, inputs);
  const { status } = spawnSync('npm', ['run', '--silent', script, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    throw new Complaint(
      `Building the ${name} failed; "npm run ${[script, ...args].join(' ')}" repeats it.`,
    );
  }
  markBuilt(name, key);
}
