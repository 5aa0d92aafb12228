/**
 * What differs between consoles, and so is tried on each of them: React 17 or 18, router 5 with its bridge or
 * 7, which PatternFly draws, and under which name an entry script registers itself.
 */
import { consoleLines } from '../dev/console/lines/consoleLines';
import { Cluster, nads } from './cluster';
import { expect, test } from './stack';
import { apply, fillWizard } from './wizard';

test('the console loads the plugin, and its pages follow its router', async ({ page, line }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/vm-networks/);
  const { releaseVersion, generation } = consoleLines[line] ?? {};
  const flags = await page.evaluate(() => JSON.stringify(window.SERVER_FLAGS));
  expect(JSON.parse(flags)).toMatchObject({ releaseVersion });
  const callbacks = await page.evaluate(() => [
    '__load_plugin_entry__' in window,
    'loadPluginEntry' in window,
  ]);
  expect(callbacks).toEqual(generation === 'react17' ? [false, true] : [true, false]);
  await expect(page.getByRole('heading', { level: 1, name: 'VM Networks' })).toBeVisible();
  await page.getByRole('tab', { name: 'Networks', exact: true }).click();
  await expect(page.getByRole('row', { name: /vlan-1924/ })).toBeVisible();
  await page.getByRole('link', { name: 'vlan-1924', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /vlan-1924/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Nodes' }).click();
  await expect(page.getByRole('row', { name: /br-vmdata/ }).first()).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('row', { name: /vlan-1924/ })).toBeVisible();
});

test('a path is read and the cluster followed live', async ({ page, stack }) => {
  await page.goto('/vm-networks?selection=vnic/ns1/ws/net1');
  await expect(page.getByTestId('trace-verdict')).toBeVisible();
  await expect(page.getByTestId('trace-hops')).toContainText('ens224');
  const verdict = await page.getByTestId('trace-verdict').innerText();
  await new Cluster(stack.api).delete(`${nads('default')}/vlan-1924`);
  await expect(page.getByTestId('trace-verdict')).not.toHaveText(verdict);
  await expect(page.getByTestId('trace-hops')).not.toContainText('ens224');
});

/*
 * React 17 says this when PatternFly's wizard body, whose handler of a resize comes a quarter of a second
 * late, has left the page by then. React 18 dropped the warning: nothing leaks.
 */
test.use({
  allowedErrors: [/^Warning: Can't perform a React state update on an unmounted component/],
});

test('a VM is attached and the attachment taken back', async ({ page, stack }) => {
  const cluster = new Cluster(stack.api);
  await page.goto('/vm-networks');
  await fillWizard(page, { vlan: '1926', vm: 'ns1/nginx', bridge: 'br-vmdata' });
  await apply(page);
  await expect(page.getByTestId('job-succeeded')).toBeVisible();
  expect(await cluster.find(`${nads('ns1')}/vlan-1926`)).toBeDefined();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByTestId('job-undone')).toBeVisible();
  expect(await cluster.find(`${nads('ns1')}/vlan-1926`)).toBeUndefined();
});
