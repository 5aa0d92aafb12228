/** `node scripts/buildStale.mjs`: builds the plugin and the host pages where they are out of date. */
import { builds, buildWhenStale } from './lib/buildWhenStale.mjs';
import { runScript } from './lib/project.mjs';

await runScript(() => {
  for (const name of Object.keys(builds)) buildWhenStale(name);
});
