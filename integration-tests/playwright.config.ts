/**
 * End-to-end tests: the built plugin in the development console, in a real browser, each test with a
 * cluster of its own (stack.ts). No web server is started here; the stack runs inside the workers.
 *
 * Everything runs on one console (E2E_CONSOLE, 4.22 unless told otherwise), and what a console can break
 * (consoles.spec.ts) on the others as well. What any cluster can show (cluster.spec.ts) runs a second time
 * through a kubeconfig and TLS. With a cluster from the environment it runs there, and the rest is skipped.
 */
import { defineConfig } from '@playwright/test';
import type { PlaywrightTestConfig } from '@playwright/test';
import { consoleLines, defaultLine } from '../dev/console/lines/consoleLines';
import { readEnvironment } from './environment';
import type { StackOptions } from './stack';

const mainLine = process.env.E2E_CONSOLE ?? defaultLine;
const lines = Object.keys(consoleLines);
if (!lines.includes(mainLine)) {
  throw new Error(`E2E_CONSOLE is ${mainLine}; known consoles: ${lines.join(', ')}`);
}

const environment = readEnvironment(process.env);
const embedded: PlaywrightTestConfig<StackOptions>['projects'] = [
  ...lines.map((line) => ({
    name: line,
    use: { line },
    ...(line === mainLine ? {} : { testMatch: '**/consoles.spec.ts' }),
  })),
  {
    name: 'kubeconfig',
    use: { line: mainLine, environment: { kind: 'stand-in' } },
    testMatch: '**/cluster.spec.ts',
  },
];
/** A real console has a certificate of its cluster's, and asks who one is. */
const realConsole =
  environment.kind === 'cluster' && environment.consoleUrl !== undefined
    ? { ignoreHTTPSErrors: true, storageState: environment.storageState }
    : {};

export default defineConfig<StackOptions>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: './globalSetup.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  projects:
    environment.kind === 'embedded' ? embedded : [{ name: 'cluster', use: { line: mainLine } }],
  use: {
    testIdAttribute: 'data-test',
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
    ...realConsole,
  },
});
