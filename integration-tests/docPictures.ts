/**
 * Takes the pictures in docs/images, one test a picture, from the embedded scenarios. A picture shows what a
 * person would see at 1280 x 800; `npm run screenshots` writes them all anew.
 */
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './stack';
import { apply, fillWizard } from './wizard';

const fileOf = (name: string): string => path.resolve(__dirname, '../docs/images', `${name}.png`);

const take = async (page: Page, name: string): Promise<void> => {
  await page.mouse.move(0, 0);
  await page.screenshot({ path: fileOf(name), animations: 'disabled' });
};

/** The drawing alone, which says the same in a third of the bytes. */
const takeDrawing = async (page: Page, name: string): Promise<void> => {
  await page.mouse.move(0, 0);
  await page
    .locator('.vm-networks-canvas')
    .screenshot({ path: fileOf(name), animations: 'disabled' });
};

/** Waits until the lists have come: a picture of a page that still loads says less than is there. */
const expectLoaded = async (page: Page): Promise<void> => {
  await expect(page.getByRole('list', { name: 'Loading' })).toHaveCount(0);
};

const openTopology = async (page: Page): Promise<void> => {
  await page.goto('/vm-networks');
  await expect(page.getByTestId('topology')).toContainText('VM');
  await expectLoaded(page);
};

test('topology', async ({ page }) => {
  await openTopology(page);
  await take(page, 'topology-light');
});

test('path', async ({ page }) => {
  await openTopology(page);
  await page.getByRole('combobox', { name: 'Find' }).or(page.getByLabel('Find')).first().fill('ws');
  await page.getByRole('option', { name: /ws/ }).first().click();
  await expect(page.getByTestId('trace-verdict')).toBeVisible();
  await take(page, 'path-light');
});

test.describe('a cluster with faults', () => {
  test.use({ scenario: 'article-as-written' });

  test('problems', async ({ page }) => {
    await page.goto('/vm-networks/problems');
    await expect(
      page.getByRole('list', { name: 'Problems' }).getByRole('listitem').first(),
    ).toBeVisible();
    await expectLoaded(page);
    await take(page, 'problems-light');
  });

  test('topology, dark', async ({ page }) => {
    await openTopology(page);
    await page.getByTestId('theme-switcher').click();
    await page.getByTestId('theme-switcher-dark').click();
    await expect(page.locator('html')).toHaveClass(/pf-v6-theme-dark/);
    await take(page, 'topology-dark');
  });
});

test.describe('a fix', () => {
  test.use({ scenario: 'article-as-written' });

  test('the finding opened, and its fix under review', async ({ page }) => {
    await page.goto('/vm-networks/problems?rule=NNCP-021');
    const problem = page.getByTestId('problem-NNCP-021-policy/ovs-bridge-mapping-1924');
    await expectLoaded(page);
    await problem.getByRole('button').first().click();
    await expect(problem.getByRole('link', { name: 'Review fix' })).toBeVisible();
    await take(page, 'problem-light');
    await problem.getByRole('link', { name: 'Review fix' }).click();
    await expect(page.getByTestId('fix-dry-run-accepted')).toBeVisible();
    await take(page, 'fix-light');
  });
});

test.describe('many problems', () => {
  test.use({ scenario: 'many-problems' });

  test('folded by rule, dark', async ({ page }) => {
    await page.goto('/vm-networks/problems');
    await expect(page.getByTestId('problem-group-VM-001')).toBeVisible();
    await expectLoaded(page);
    await page.getByTestId('theme-switcher').click();
    await page.getByTestId('theme-switcher-dark').click();
    await expect(page.locator('html')).toHaveClass(/pf-v6-theme-dark/);
    await take(page, 'problems-many-dark');
  });
});

test('wizard and job', async ({ page }) => {
  await page.goto('/vm-networks');
  const newBridge = { name: 'br-vms', nic: 'ens256' };
  await fillWizard(page, { vlan: '2001', vm: 'ns2/dev', newBridge });
  await take(page, 'wizard-4-light');
  await apply(page);
  await expect(page.getByTestId('job-running')).toBeVisible();
  await take(page, 'job-light');
});

for (const [name, view, shown] of [
  ['table', 'table', 'topology-table'],
  ['coverage', 'coverage', 'coverage'],
  ['ovn', 'ovn', 'ovn-view'],
] as const) {
  test(name, async ({ page }) => {
    await page.goto(`/vm-networks?view=${view}`);
    await expect(page.getByTestId(shown)).toContainText('vlan');
    await take(page, `${name}-light`);
  });
}

for (const scenario of [
  'single-nic',
  'single-nic-native-vlan',
  'single-nic-tagged-vlan',
  'linux-bridge',
  'bond-kernel',
  'bond-ovs',
  'cudn-localnet',
  'layer2',
  'sriov',
]) {
  test.describe(scenario, () => {
    test.use({ scenario });

    test('topology', async ({ page }) => {
      await openTopology(page);
      await takeDrawing(page, `case-${scenario}`);
    });
  });
}

test.describe('drift', () => {
  test.use({ scenario: 'drift' });

  test('topology and the path of a VM whose node has drifted', async ({ page }) => {
    await openTopology(page);
    await take(page, 'drift-light');
    await page.goto('/vm-networks?selection=vnic%2Ffleet%2Fvm-017%2Fnet1');
    await expect(page.getByTestId('trace-break')).toBeVisible();
    await take(page, 'broken-path-light');
  });
});
