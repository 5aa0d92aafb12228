/**
 * The plugin as it is shipped: its files from a real nginx with the image's configuration, fetched by the
 * console over TLS and passed on to the browser.
 */
import { startNginx } from '../shipping/image/startNginx';
import { nginxProgram } from '../shipping/tools/nginxProgram';
import { expect, test as base } from './stack';

const test = base.extend({
  pluginServer: async ({ fits: _fits }, use, testInfo) => {
    const found = await nginxProgram();
    if (found.program === undefined) {
      testInfo.skip(true, found.reason);
      return;
    }
    const nginx = await startNginx(found.program);
    await use({ url: `https://localhost:${nginx.port}`, ca: nginx.certificate });
    await nginx.stop();
  },
});

test('the console loads the plugin from nginx and shows the cluster', async ({ page }) => {
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!/^\/(api\/plugins|locales)\//.test(pathname)) return;
    const kept = response.headerValue('cache-control');
    answers.push(kept.then((value) => `${response.status()} ${value ?? ''} ${pathname}`));
  });
  await page.goto('/vm-networks');
  await expect(page.getByRole('heading', { level: 1, name: 'VM Networks' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Topology' })).toBeVisible();

  const lines = await Promise.all(answers);
  expect(lines.filter((line) => !/^(200|304) /.test(line))).toEqual([]);
  // nginx's own rules, seen from the browser.
  expect(lines.filter((line) => /manifest|locales/.test(line))).not.toEqual([]);
  for (const line of lines) {
    expect(line).toContain(/-[0-9a-f]{20}\./.test(line) ? ' immutable ' : 'no-cache');
  }
});
