/** Before the first test: builds what is out of date and unpacks the browser, once for all workers. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findBrowser } from './browser';
import { readEnvironment } from './environment';

export default async function globalSetup() {
  const script = path.resolve(__dirname, '../scripts/buildStale.mjs');
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The plugin or the host page cannot be built; see above');
  await findBrowser();
  if (readEnvironment(process.env).kind === 'cluster') {
    process.stderr.write(
      'E2E_KUBECONFIG names the cluster: tests that rest on a scenario of the embedded one or on its faults are skipped.\n',
    );
  }
}
