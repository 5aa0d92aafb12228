/**
 * Installs the dependencies when node_modules is missing or does not match package-lock.json.
 *
 * npm leaves a copy of what it installed in node_modules/.package-lock.json. A newer copy than the lock
 * file needs no look; an older one is compared entry by entry, because checking out a branch touches the
 * lock file without changing it.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Complaint, root } from './project.mjs';

function readPackages(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8')).packages ?? {};
}

/**
 * Whether the installed packages are those of the lock file.
 * @param {string} folder the project's folder
 */
export function isInstalled(folder) {
  const lock = path.join(folder, 'package-lock.json');
  const installed = path.join(folder, 'node_modules/.package-lock.json');
  if (!fs.existsSync(installed)) return false;
  if (fs.statSync(installed).mtimeMs >= fs.statSync(lock).mtimeMs) return true;
  const wanted = readPackages(lock);
  const found = readPackages(installed);
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '') return true;
    // Packages for other platforms are in the lock file but not on the disk.
    if (!(name in found)) return entry.optional === true;
    return found[name].version === entry.version;
  });
}

/**
 * Runs `npm ci` when needed. All its output goes to standard error: standard output belongs to the tool
 * that is about to run.
 * @param {string} [folder]
 * @throws {Complaint} when the installation fails
 */
export function ensureInstalled(folder = root) {
  if (isInstalled(folder)) return;
  withLock(path.join(folder, '.cache/install.lock'), () => install(folder));
}

const LOCK_STALE_MS = 15 * 60 * 1000;
const LOCK_POLL_MS = 250;

/**
 * Lets one process at a time install: two at once would tear each other's node_modules down. The
 * others wait for it and find everything in place. A lock left by a killed process goes stale.
 */
function withLock(lock, action) {
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      fs.mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const since = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (Date.now() - since > LOCK_STALE_MS) fs.rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_POLL_MS);
    }
  }
  try {
    action();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

function install(folder) {
  if (isInstalled(folder)) return;
  process.stderr.write('Installing dependencies (npm ci) ...\n');
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  throw new Complaint(
    `Installing the dependencies failed (${error?.message ?? `npm ci ended with ${status}`}). ` +
      'See the output above; "npm ci" repeats it.',
  );
}
