/**
 * The `test` of all end-to-end tests. Every test gets an embedded cluster of its own, with the console in
 * front of it, or the cluster that the environment names, and fails on anything the browser logs as an
 * error: an exception, a React warning, a missing translation, a violation of the
 * Content-Security-Policy, a failed request.
 *
 *     import { expect, test } from './stack';
 *     test.use({ scenario: 'article-as-written' });
 *     test('shows the defect', async ({ page, stack }) => { await page.goto('/vm-networks'); ... });
 */
import { expect } from '@playwright/test';
import type { ConsoleMessage } from '@playwright/test';
import { defaultLine } from '../dev/console/lines/consoleLines';
import type { PluginServer } from '../dev/console/server/proxyPluginFile';
import { fastDelays } from '../dev/console/startDevStack';
import type { DevStack } from '../dev/console/startDevStack';
import type { OperatorDelays } from '../dev/operators/operatorDelays';
import type { Scenario } from '../dev/scenarios/scenario';
import { browserTest } from './browserTest';
import { readEnvironment } from './environment';
import type { Environment } from './environment';
import { startTarget } from './startTarget';
import type { Target } from './startTarget';

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
  readonly environment: Environment;
  /** What the test rests on; one that makes its own objects in its own project needs no scenario. */
  readonly needs: 'the embedded cluster' | 'any cluster';
}

interface StackFixtures {
  /** The console and the cluster behind it, wherever they are. */
  readonly target: Target;
  /** The embedded cluster behind the page. */
  readonly stack: Stack;
  /** Serves the plugin's files instead of the console itself. */
  readonly pluginServer: PluginServer | undefined;
  /** Skips the test where the environment is not what it needs. */
  readonly fits: undefined;
}

function describe(message: ConsoleMessage) {
  const { url, lineNumber } = message.location();
  return `${message.text()} (${url}:${lineNumber})`;
}

export const test = browserTest.extend<StackOptions & StackFixtures>({
  scenario: ['dual-nic', { option: true }],
  delays: [fastDelays, { option: true }],
  line: [defaultLine, { option: true }],
  user: [undefined, { option: true }],
  visit: ['later', { option: true }],
  allowedErrors: [[], { option: true }],
  environment: [readEnvironment(process.env), { option: true }],
  needs: ['the embedded cluster', { option: true }],

  fits: [
    async ({ environment, needs }, use, testInfo) => {
      testInfo.skip(
        environment.kind !== 'embedded' && needs === 'the embedded cluster',
        'rests on a scenario of the embedded cluster, or on its faults; E2E_KUBECONFIG names another',
      );
      await use(undefined);
    },
    { auto: true },
  ],

  pluginServer: undefined,

  target: async ({ environment, scenario, delays, line, pluginServer }, use) => {
    const target = await startTarget(environment, { scenario, delays, line, pluginServer });
    await use(target);
    await target.close();
  },

  stack: async ({ target }, use) => {
    const { stack } = target;
    if (stack === undefined) throw new Error('A test for any cluster cannot use the embedded one');
    await use({ ...stack, api: stack.apiUrl });
  },

  baseURL: async ({ target }, use) => {
    await use(target.url);
  },

  page: async ({ page, target, environment, user, visit, allowedErrors }, use) => {
    if (user !== undefined) {
      await page.context().addCookies([{ name: 'dev-user', value: user, url: target.url }]);
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
    // In a real console others log errors too; ours name our files.
    const isOurs =
      environment.kind === 'cluster' && environment.consoleUrl !== undefined
        ? (text: string) => text.includes('vm-networks')
        : () => true;
    const unexpected = errors
      .filter(isOurs)
      .filter((text) => !allowedErrors.some((allowed) => allowed.test(text)));
    expect(unexpected, 'errors that the browser logged').toEqual([]);
  },
});

export { expect };
