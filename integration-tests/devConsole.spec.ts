/**
 * The development console itself, where the plugin leans on it: the SDK's hooks on its store, writes
 * through its server, the project in its paths, another user's rights.
 */
import { expect, test } from './stack';

const node = '/k8s/cluster/core~v1~Node';

test('a list is watched: what changes in the cluster shows without a reload', async ({
  page,
  stack,
}) => {
  await page.goto('/k8s/cluster/core~v1~Namespace');
  await expect(page.getByRole('link', { name: 'default', exact: true })).toBeVisible();
  await fetch(`${stack.api}/api/v1/namespaces`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'arrived' } }),
  });
  await expect(page.getByRole('link', { name: 'arrived' })).toBeVisible();
  await fetch(`${stack.api}/api/v1/namespaces/arrived`, { method: 'DELETE' });
  await expect(page.getByRole('link', { name: 'arrived' })).toHaveCount(0);
});

test('an object is edited as YAML and saved through the console', async ({ page, stack }) => {
  await page.goto(node);
  await page.getByRole('grid').getByRole('link').first().click();
  const name = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
  await page.getByRole('tab', { name: 'YAML' }).click();
  await expect(page).toHaveURL(/\/yaml$/);
  const editor = page.getByTestId('code-editor');
  const text = await editor.inputValue();
  await editor.fill(text.replace(/^( *)labels:$/m, '$1labels:\n$1  edited: here'));
  await page.getByTestId('save-changes').click();
  await expect(page.getByTestId('yaml-editor-result')).toContainText('has been saved');
  const answer = await fetch(`${stack.api}/api/v1/nodes/${name}`);
  const saved = (await answer.json()) as { metadata: { labels: Record<string, string> } };
  expect(saved.metadata.labels.edited).toBe('here');
});

test('the project selector changes the project in the path', async ({ page }) => {
  await page.goto('/k8s/all-namespaces/kubevirt.io~v1~VirtualMachine');
  await page.getByTestId('namespace-dropdown').click();
  await page.getByTestId('namespace-default').click();
  await expect(page).toHaveURL(/\/k8s\/ns\/default\/kubevirt\.io~v1~VirtualMachine$/);
  await expect(page.getByTestId('namespace-dropdown')).toContainText('default');
});

test('an address without a page says so', async ({ page }) => {
  await page.goto('/nowhere');
  await expect(page.getByTestId('not-found')).toContainText('/nowhere');
});
