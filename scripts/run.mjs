/** `node scripts/run.mjs PROGRAM.ts [ARGUMENT...]`: runs a TypeScript program of the project. */
import path from 'node:path';
import { Complaint, root, runScript } from './lib/project.mjs';
import { requireNode } from './lib/requireNode.mjs';
import { runBundled } from './lib/runBundled.mjs';

await runScript(async () => {
  requireNode();
  const [program, ...rest] = process.argv.slice(2);
  if (program === undefined)
    throw new Complaint('Usage: node scripts/run.mjs PROGRAM.ts [ARGUMENT...]');
  process.argv.splice(2, process.argv.length, ...rest);
  const entry = path.relative(root, path.resolve(program));
  await runBundled(entry, [path.dirname(entry), 'src', 'cli', 'dev']);
});
