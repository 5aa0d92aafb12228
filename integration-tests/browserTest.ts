/** The `test` of those that need a browser and bring their own cluster, or none. */
import { test } from '@playwright/test';
import { findBrowser } from './browser';

export const browserTest = test.extend({
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
});
