/** The plugin loads in the console, has its place in the navigation of both perspectives, and is sound. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { expectAccessible } from './accessibility';
import { expect, test } from './stack';

test(
  'the console loads the plugin and lands on its page',
  { tag: '@page/route' },
  async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/vm-networks/);
    await expect(page.getByRole('heading', { level: 1, name: 'VM Networks' })).toBeVisible();
    await expect(page).toHaveTitle(/VM Networks/);
  },
);

test(
  'the navigation has one item in each perspective',
  {
    tag: ['@navigation/admin', '@navigation/virtualization-perspective'],
  },
  async ({ page }) => {
    await page.goto('/vm-networks');
    const item = page
      .getByRole('navigation')
      .getByRole('link', { name: 'VM Networks', exact: true });
    await expect(item).toHaveCount(1);
    await expect(item).toHaveAttribute('data-test-id', 'vm-networks-nav-item');
    await page.getByTestId('perspective-switcher').click();
    await page.getByTestId('perspective-switcher-virtualization-perspective').click();
    await expect(item).toHaveCount(1);
    await expect(item).toHaveAttribute('data-test-id', 'vm-networks-virt-nav-item');
  },
);

test('the page passes the accessibility check in light and dark', async ({ page }) => {
  await page.goto('/vm-networks');
  await expect(page.getByRole('heading', { level: 1, name: 'VM Networks' })).toBeVisible();
  await expectAccessible(page);
  await page.getByTestId('theme-switcher').click();
  await page.getByTestId('theme-switcher-dark').click();
  await expect(page.locator('html')).toHaveClass(/pf-v6-theme-dark/);
  await expectAccessible(page);
});

test.describe('with a script that lacks the nonce', () => {
  test.use({ allowedErrors: [/Content Security Policy/] });

  test('the policy is enforced: it does not run', async ({ page }) => {
    await page.goto('/vm-networks');
    const blocked = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => {
            resolve(event.effectiveDirective);
          });
          const script = document.createElement('script');
          script.textContent = 'document.title = "ran"';
          document.body.append(script);
        }),
    );
    expect(blocked).toBe('script-src-elem');
    await expect(page).not.toHaveTitle('ran');
  });
});

test('a write without the CSRF token is refused', async ({ request }) => {
  const response = await request.post('/api/kubernetes/api/v1/namespaces', {
    data: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'forged' } },
  });
  expect(response.status()).toBe(403);
  expect(await response.text()).toContain('invalid CSRFToken');
});

test('a console up to 4.21 gets the plugin registered under its old callback', () => {
  const dist = path.resolve(__dirname, '../dist');
  const manifest = JSON.parse(readFileSync(path.join(dist, 'plugin-manifest.json'), 'utf8')) as {
    readonly version: string;
    readonly loadScripts: readonly string[];
  };
  const registered: unknown[][] = [];
  const window = { loadPluginEntry: (...args: unknown[]) => registered.push(args) };
  for (const script of manifest.loadScripts) {
    const source = readFileSync(path.join(dist, script), 'utf8');
    vm.runInNewContext(source, { window, self: {}, document: {} });
  }
  expect(registered).toEqual([
    [
      `vm-networks@${manifest.version}`,
      expect.objectContaining({ init: expect.anything(), get: expect.anything() }),
    ],
  ]);
  expect(Object.keys(window)).toEqual(['loadPluginEntry']);
});
