/**
 * Run after the plugin's build: reads the bill of materials that the build has left in dist/cyclonedx,
 * fails when something in the bundle has a licence that has not been looked at, and writes the licences'
 * texts to dist/third-party-notices.txt, as the licences ask.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Complaint, root, runScript } from './lib/project.mjs';
import { licenceErrors, noticesText } from './lib/thirdParty.mjs';

await runScript(() => {
  const dist = path.join(root, 'dist');
  const bill = JSON.parse(fs.readFileSync(path.join(dist, 'cyclonedx/bom.json'), 'utf8'));
  const errors = licenceErrors(bill.components);
  if (errors.length > 0) {
    throw new Complaint(
      `Do not ship this bundle before these are settled:\n  ${errors.join('\n  ')}`,
    );
  }
  fs.writeFileSync(path.join(dist, 'third-party-notices.txt'), noticesText(bill.components));
  process.stdout.write(`Noticed: the licences of ${bill.components.length} packages.\n`);
});
