/**
 * One cluster, four people: what each sees of it, that nothing is called missing that is only hidden, and
 * that what was forbidden once is not asked for again on the way through the pages.
 */
import type { Page } from '@playwright/test';
import { expect, test } from './stack';

test.use({ scenario: 'project-user', allowedErrors: [/status of 403/] });

/** Counts refusals by address: what is asked for, by name too, without the paging of lists. */
const watchRefusals = (page: Page): ReadonlyMap<string, number> => {
  const refusals = new Map<string, number>();
  page.on('response', (response) => {
    if (response.status() !== 403) return;
    const { pathname, searchParams } = new URL(response.url());
    const asked = `${pathname} ${searchParams.get('fieldSelector') ?? ''}`;
    refusals.set(asked, (refusals.get(asked) ?? 0) + 1);
  });
  return refusals;
};

/** Through all views by their tabs and back, as a person goes. */
const walkThrough = async (page: Page): Promise<void> => {
  for (const name of ['Problems', 'Networks', 'Topology']) {
    await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
    await expect(
      page.getByRole('tab', { name: new RegExp(`^${name}`), selected: true }),
    ).toBeVisible();
  }
  await page.getByRole('link', { name: 'Attach a VM to a VLAN' }).first().click();
  await expect(page.getByRole('heading', { name: 'Attach a VM to a VLAN' })).toBeVisible();
  await page.goBack();
};

const repeated = (refusals: ReadonlyMap<string, number>): readonly string[] =>
  [...refusals].filter(([, times]) => times > 1).map(([path, times]) => `${path}: ${times} times`);

test('the cluster administrator sees everything and is told of nothing missing', async ({
  page,
}) => {
  const refusals = watchRefusals(page);
  await page.goto('/vm-networks/list');
  await expect(page.getByRole('row', { name: /vlan-1924/ })).toBeVisible();
  await expect(page.getByTestId('listing-notices')).toBeHidden();
  await walkThrough(page);
  expect([...refusals]).toEqual([]);
});

test.describe('a cluster reader', () => {
  test.use({ user: 'olaf' });

  test('sees every path, is told what is hidden, and may not attach', async ({ page }) => {
    const refusals = watchRefusals(page);
    await page.goto('/vm-networks/list');
    await expect(page.getByRole('row', { name: /vlan-1924/ })).toBeVisible();
    await expect(page.getByTestId('listing-notices')).toContainText('ClusterUserDefinedNetworks');
    await walkThrough(page);
    expect(repeated(refusals)).toEqual([]);
    await page.goto('/k8s/ns/ns1/kubevirt.io~v1~VirtualMachine/ws/network-path');
    await expect(page.getByTestId('path-net1').getByTestId('trace-hops')).toContainText('ens224');
    await page.getByTestId('actions-menu-button').click();
    await expect(page.getByRole('menuitem', { name: /Attach to network/ })).toBeDisabled();
  });
});

test.describe('a project administrator', () => {
  test.use({ user: 'dana' });

  test('sees the own VMs, how far their path is visible, and why not further', async ({ page }) => {
    const refusals = watchRefusals(page);
    await page.goto('/vm-networks');
    await expect(page.getByTestId('listing-notices')).toContainText('ns2');
    await walkThrough(page);
    expect(repeated(refusals)).toEqual([]);
    await page.goto('/k8s/ns/ns2/kubevirt.io~v1~VirtualMachine/dev/network-path');
    const tab = page.getByTestId('entity-tab');
    await expect(tab.getByTestId('entity-tab-shown')).toContainText('dev');
    await expect(tab.getByTestId('trace-verdict').first()).toBeVisible();
    await expect(tab).not.toContainText('not in the cluster');
    await expect(page.getByText('ws', { exact: true })).toHaveCount(0);
  });
});

test.describe('a person without any right', () => {
  test.use({ user: 'nina' });

  test('is told so, and not that there are no networks', async ({ page }) => {
    const refusals = watchRefusals(page);
    await page.goto('/vm-networks/list');
    await expect(page.getByTestId('no-visible-networks')).toBeVisible();
    await expect(page.getByTestId('no-networks')).toBeHidden();
    await walkThrough(page);
    expect(repeated(refusals)).toEqual([]);
  });
});
