/** A short text that changes when one of a set of files does: path, size and time of change of each. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

function* filesUnder(file) {
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) {
    yield [file, found];
    return;
  }
  for (const name of fs.readdirSync(file).sort()) yield* filesUnder(path.join(file, name));
}

const isTest = (file) => /\.test\.tsx?$/.test(file);

/**
 * @param {string} folder what the inputs are relative to
 * @param {readonly string[]} inputs files and folders; one that is missing counts as empty
 */
export function fingerprint(folder, inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const [file, { size, mtimeMs }] of filesUnder(path.join(folder, input))) {
      if (!isTest(file)) hash.update(`${path.relative(folder, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}
