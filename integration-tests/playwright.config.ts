/**
 * End-to-end tests: the built plugin in the development console, in a real browser, each test with a
 * cluster of its own (stack.ts). No web server is started here; the stack runs inside the workers.
 *
 * Everything runs on one console (E2E_CONSOLE, 4.22 unless told otherwise), and what a console can break
 * (consoles.spec.ts) on the others as well.
 */
import { defineConfig } from '@playwright/test';
import { consoleLines, defaultLine } from '../dev/console/lines/consoleLines';
import type { StackOptions } from './stack';

const mainLine = process.env.E2E_CONSOLE ?? defaultLine;
const lines = Object.keys(consoleLines);
if (!lines.includes(mainLine)) {
  throw new Error(`E2E_CONSOLE is ${mainLine}; known consoles: ${lines.join(', ')}`);
}

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
  projects: lines.map((line) => ({
    name: line,
    use: { line },
    ...(line === mainLine ? {} : { testMatch: '**/consoles.spec.ts' }),
  })),
  use: {
    testIdAttribute: 'data-test',
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
  },
});
