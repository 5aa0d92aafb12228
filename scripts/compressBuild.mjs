/**
 * Puts a compressed copy (.gz) beside each text file of dist/, for the server to send as it is. Run for
 * the image, after the build. The copies hold no time stamp: the same build gives the same bytes.
 *
 * `node scripts/compressBuild.mjs [FOLDER]`
 */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root, runScript } from './lib/project.mjs';

const TEXT = /\.(js|css|json|txt|svg)$/;
/** A smaller file fits into one packet anyway. */
const LEAST_BYTES = 1024;

await runScript(() => {
  const folder = path.resolve(root, process.argv[2] ?? 'dist');
  const files = fs
    .readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((file) => TEXT.test(file) && fs.statSync(file).size >= LEAST_BYTES);
  for (const file of files) {
    fs.writeFileSync(`${file}.gz`, gzipSync(fs.readFileSync(file), { level: 9 }));
  }
  process.stdout.write(`Compressed ${files.length} files.\n`);
});
