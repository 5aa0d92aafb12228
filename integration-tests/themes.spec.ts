/**
 * axe over the pages in every theme of the consoles, on the line whose styles have them all. Only what a theme
 * can change is looked at again in each; the rest of axe runs once, in the light one.
 */
import type { Page } from '@playwright/test';
import { expectAccessible, expectContrast, showTheme } from './accessibility';
import { Cluster } from './cluster';
import { expect, test } from './stack';
import { apply, chooseNewBridge, next } from './wizard';

test.use({ line: '5.1' });

/** Beside the light one. */
const themes = [
  ['pf-v6-theme-dark'],
  ['pf-v6-theme-high-contrast'],
  ['pf-v6-theme-felt'],
  ['pf-v6-theme-felt', 'pf-v6-theme-glass'],
];

const inEveryTheme = async (page: Page): Promise<void> => {
  test.setTimeout(240_000);
  await showTheme(page, []);
  await expectAccessible(page);
  for (const classes of themes) {
    await showTheme(page, classes);
    await expectContrast(page, classes.join(' '));
  }
};

const pages = [
  ['the topology', '/vm-networks?selection=vnic/ns1/ws/net1', 'trace-verdict'],
  ['the page of a network', '/vm-networks/network/vlan-1924', 'network-facts'],
  [
    'a tab on the page of a VM',
    '/k8s/ns/ns1/kubevirt.io~v1~VirtualMachine/ws/network-path',
    'path-net1',
  ],
] as const;

for (const [what, address, ready] of pages) {
  test(`${what} in every theme`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByTestId(ready).first()).toBeVisible();
    await inEveryTheme(page);
  });
}

test('table, coverage and OVN view in every theme', async ({ page }) => {
  for (const [view, part] of [
    ['table', 'topology-table'],
    ['coverage', 'coverage'],
    ['ovn', 'ovn-view'],
  ]) {
    await page.goto(`/vm-networks?view=${view}`);
    await expect(page.getByTestId(part ?? '')).toBeVisible();
    await inEveryTheme(page);
  }
});

test('the steps of the wizard, its job as it runs, done and undone, and the list of jobs in every theme', async ({
  page,
}) => {
  await page.goto('/vm-networks/attach?vm=ns1/spare&vlan=2010&nic=ens192&node=hub-tq2sk-cnv-99zmp');
  await expect(page.getByTestId('start-notes')).toBeVisible();
  await inEveryTheme(page);
  await next(page);
  await inEveryTheme(page);
  await next(page);
  await page.getByRole('checkbox', { name: 'Choose nodes one by one' }).check();
  await page.getByRole('radio', { name: 'OVS bridge on a NIC of its own', exact: true }).check();
  await chooseNewBridge(page, { name: 'br-vms', nic: 'ens256' });
  await inEveryTheme(page);
  await next(page);
  await expect(page.getByTestId('dry-run-accepted')).toBeVisible();
  await inEveryTheme(page);
  // The last step is held for as long as the running job is looked at.
  let release = (): void => undefined;
  const looked = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/virtualmachines\/spare(\?|$)/, async (route) => {
    if (route.request().method() === 'PATCH') await looked;
    await route.continue();
  });
  await apply(page);
  await expect(page.getByText(/3 of 4 steps/)).toBeVisible({ timeout: 30_000 });
  await inEveryTheme(page);
  release();
  await expect(page.getByTestId('job-succeeded')).toBeVisible({ timeout: 30_000 });
  await inEveryTheme(page);
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByTestId('job-undone')).toBeVisible({ timeout: 30_000 });
  await inEveryTheme(page);
  await page.goto('/vm-networks/jobs');
  await expect(page.getByRole('grid', { name: 'Jobs' })).toBeVisible();
  await inEveryTheme(page);
});

test.describe('a failed job', () => {
  test.use({ allowedErrors: [/status of 403/] });

  test('in every theme', async ({ page, stack }) => {
    const cluster = new Cluster(stack.api);
    await page.goto('/vm-networks/attach?vm=ns1/spare&vlan=2010');
    await next(page);
    await next(page);
    await next(page);
    await expect(page.getByTestId('dry-run-accepted')).toBeVisible();
    await cluster.fault({
      verb: 'patch',
      resource: 'virtualmachines',
      respond: { status: 403, reason: 'Forbidden', message: 'no' },
    });
    await apply(page);
    await expect(page.getByTestId('job-failed')).toBeVisible();
    await inEveryTheme(page);
  });
});

test.describe('a first visit', () => {
  test.use({ visit: 'first' });

  test('the list of networks, with its introduction, in every theme; dismissed, it stays away', async ({
    page,
  }) => {
    await page.goto('/vm-networks/list');
    await expect(page.getByTestId('first-visit')).toBeVisible();
    await expect(page.getByRole('row', { name: /vlan-1924/ })).toBeVisible();
    await inEveryTheme(page);
    await page.getByRole('button', { name: 'Do not show this again' }).click();
    await expect(page.getByTestId('first-visit')).toBeHidden();
    await page.reload();
    await expect(page.getByRole('row', { name: /vlan-1924/ })).toBeVisible();
    await expect(page.getByTestId('first-visit')).toBeHidden();
  });
});

test.describe('problems', () => {
  test.use({ scenario: 'article-as-written' });

  test('the problems in every theme', async ({ page }) => {
    await page.goto('/vm-networks/problems');
    await expect(
      page.getByRole('list', { name: 'Problems' }).getByText('NNCP-021').first(),
    ).toBeVisible();
    await inEveryTheme(page);
  });
});

test.describe('a NAD under another name', () => {
  test.use({ scenario: 'broken-nad-name' });

  test('the reviews of its fix and of changes, and an import, in every theme', async ({ page }) => {
    await page.goto('/vm-networks/fix?rule=NAD-003&subject=nad/ns2/vlan-1924');
    await expect(page.getByTestId('fix-dry-run-accepted')).toBeVisible();
    await inEveryTheme(page);
    await page.goto('/vm-networks/change?do=remove&target=bridge/any/br-vmdata');
    await expect(page.getByText(/use it/).first()).toBeVisible();
    await inEveryTheme(page);
    await page.goto('/vm-networks/change?do=detach&nic=ns1/ws/net1');
    await expect(page.getByTestId('dry-run-accepted')).toBeVisible();
    await inEveryTheme(page);
    await page.goto('/vm-networks/change?do=move&nic=ns1/ws/net1');
    await expect(page.getByRole('combobox', { name: 'Network to move to' })).toBeVisible();
    await inEveryTheme(page);
    await page.goto('/vm-networks/change?do=clone&target=network/vlan-1924');
    await expect(page.getByLabel('VLAN ID')).toBeVisible();
    await inEveryTheme(page);
    await page.goto('/vm-networks/import');
    await page
      .getByRole('textbox', { name: 'Port groups as CSV' })
      .fill('Name,VLAN\nweb,2100\ntrunk,0-4094\nold,1924');
    await expect(page.getByTestId('import-line-3')).toContainText('is a trunk');
    await inEveryTheme(page);
  });
});

test('the chosen columns and order of the networks are kept', async ({ page }) => {
  await page.goto('/vm-networks/list');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page
    .getByRole('menuitem', { name: 'Bridge' })
    .or(page.getByRole('checkbox', { name: 'Bridge' }))
    .first()
    .click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Bridge' })).toHaveCount(0);
  await page.getByRole('button', { name: 'VLAN', exact: true }).click();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'VLAN' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(page.getByRole('columnheader', { name: 'Bridge' })).toHaveCount(0);
});

test('at 200 % zoom nothing has to be scrolled sideways', async ({ page }) => {
  // A window of 1280 pixels at 200 % is one of 640.
  await page.setViewportSize({ width: 640, height: 400 });
  for (const address of [
    '/vm-networks',
    '/vm-networks/list',
    '/vm-networks/problems',
    '/vm-networks/jobs',
    '/vm-networks/attach',
    '/vm-networks/network/vlan-1924',
  ]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(() => {
      const main = document.querySelector('main');
      return main === null ? 0 : main.scrollWidth - main.clientWidth;
    });
    expect(overflow, address).toBeLessThanOrEqual(1);
  }
});
