/**
 * `npm run --silent inspect -- FILE...`: the command line over the pure layers (cli/inspect.ts). Standard
 * output holds nothing but the tool's; its exit status is passed on, 2 when it cannot be started.
 */
import { runScript } from './lib/project.mjs';
import { requireNode } from './lib/requireNode.mjs';
import { runBundled } from './lib/runBundled.mjs';

await runScript(async () => {
  requireNode();
  await runBundled('cli/inspect.ts', [
    'cli',
    'src/cluster',
    'src/network',
    'src/doctor',
    'src/plan',
  ]);
}, 2);
