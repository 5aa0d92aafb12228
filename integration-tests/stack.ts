/**
 * The `test` of all end-to-end tests. Every test gets a cluster of its own, with the console in front of
 * it, and fails on anything the browser logs as an error: an exception, a React warning, a missing
 * translation, a violation of the Content-Security-Policy, a failed request.
 *
 *     import { expect, test } from './stack';
 *     test.use({ scenario: 'article-as-written' });
 *     test('shows the defect', async ({ page, stack }) => { await page.goto('/vm-networks'); ... });
 */
import { expect, test as base } from '@playwright/test';
import type { ConsoleMessage } from '@playwright/test';
import { defaultLine } from '../dev/console/lines/consoleLines';
import { fastDelays, startDevStack } from '../dev/console/startDevStack';
import type { DevStack } from '../dev/console/startDevStack';
import type { OperatorDelays } from '../dev/operators/operatorDelays';
import type { Scenario } from '../dev/scenarios/scenario';
import { findBrowser } from './browser';

export interface Stack extends DevStack {
  /** Base URL of the API server, past the console: `fetch(stack.api + '/api/v1/nodes')`. */
  readonly api: string;
}

export interface StackOptions {
  /** Name of the scenario, or a scenario of the test's own. */
  readonly scenario: string | Scenario;
  readonly delays: Partial<OperatorDelays>;
  /** The console that is played, a key of `consoleLines`. */
  readonly line: string;
  /** Who the page acts as, a user of the scenario; the cluster administrator when undefined. */
  readonly user: string | undefined;
  /** Whether the person has been on the page before, so that it does not introduce itself. */
  readonly visit: 'first' | 'later';
  /** Errors that the test provokes: what matches one of these does not fail it. */
  readonly allowedErrors: readonly RegExp[];
}

interface StackFixtures {
  readonly stack: Stack;
}

function describe(message: ConsoleMessage) {
  const { url, lineNumber } = message.location();
  return `${message.text()} (${url}:${lineNumber})`;
}

export const test = base.extend<StackOptions & StackFixtures>({
  scenario: ['dual-nic', { option: true }],
  delays: [fastDelays, { option: true }],
  line: [defaultLine, { option: true }],
  user: [undefined, { option: true }],
  visit: ['later', { option: true }],
  allowedErrors: [[], { option: true }],

  launchOptions: [
    async ({ launchOptions }, use) => {
      const { executablePath, env, args } = await findBrowser();
      await use({
        ...launchOptions,
        executablePath,
        env: { ...process.env, ...env },
        args: [...(launchOptions.args ?? []), ...args],
      });
    },
    { scope: 'worker' },
  ],

  stack: async ({ scenario, delays, line }, use) => {
    const stack = await startDevStack({ scenario, delays, line });
    await use({ ...stack, api: stack.apiUrl });
    await stack.close();
  },

  baseURL: async ({ stack }, use) => {
    await use(stack.url);
  },

  page: async ({ page, stack, user, visit, allowedErrors }, use) => {
    if (user !== undefined) {
      await page.context().addCookies([{ name: 'dev-user', value: user, url: stack.url }]);
    }
    if (visit === 'later') {
      await page.addInitScript(() => {
        const key = 'dev-console/preference/vm-networks.first-visit-dismissed';
        window.localStorage.setItem(key, 'true');
      });
    }
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(describe(message));
    });
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
    await use(page);
    const unexpected = errors.filter(
      (text) => !allowedErrors.some((allowed) => allowed.test(text)),
    );
    expect(unexpected, 'errors that the browser logged').toEqual([]);
  },
});

export { expect };
