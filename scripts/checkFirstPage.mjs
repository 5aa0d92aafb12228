/**
 * Run after the plugin's build: what the browser has to load of our own JavaScript before the first page
 * shows, as the console serves it (gzip). Shared modules are the console's; they are not counted.
 */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkFirstPage, FIRST_PAGE_LIMIT } from './lib/checkFirstPage.mjs';
import { firstPageFile } from './lib/firstPage.mjs';
import { Complaint, root, runScript } from './lib/project.mjs';

const gzipSize = (file) => gzipSync(fs.readFileSync(path.join(root, 'dist', file))).length;

await runScript(() => {
  const { VmNetworksPage } = JSON.parse(fs.readFileSync(firstPageFile, 'utf8'));
  if (VmNetworksPage === undefined) throw new Complaint('The build has no first page.');
  const { files, modules } = VmNetworksPage;
  const sizes = Object.fromEntries(files.map((file) => [file, gzipSize(file)]));
  const { total, errors } = checkFirstPage({ sizes, modules });
  if (errors.length > 0) throw new Complaint(errors.join('\n'));
  const share = (total / FIRST_PAGE_LIMIT).toFixed(2);
  process.stdout.write(`First page: ${total} of ${FIRST_PAGE_LIMIT} bytes of gzip (${share}).\n`);
});
