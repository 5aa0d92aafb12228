/** `node scripts/buildStale.mjs`: builds the plugin and the host page where they are out of date. */
import { buildWhenStale } from './lib/buildWhenStale.mjs';
import { runScript } from './lib/project.mjs';

await runScript(() => {
  buildWhenStale('plugin');
  buildWhenStale('host');
});
