/**
 * Takes the pictures in docs/images, one test a picture, from the embedded scenarios. A picture shows what a
 * person would see at 1280 x 800; `npm run screenshots` writes them all anew.
 */
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './stack';
import { apply, fillWizard } from './wizard';

const take = async (page: Page, name: string): Promise<void> => {
  await page.mouse.move(0, 0);
  await page.screenshot({
    path: path.resolve(__dirname, '../docs/images', `${name}.png`),
    animations: 'disabled',
  });
};

const openTopology = async (page: Page): Promise<void> => {
  await page.goto('/vm-networks');
  await expect(page.getByTestId('topology')).toBeVisible();
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
    await expect(page.getByRole('heading', { level: 1, name: 'VM Networks' })).toBeVisible();
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

test('wizard and job', async ({ page }) => {
  await page.goto('/vm-networks');
  const newBridge = { name: 'br-vms', nic: 'ens256' };
  await fillWizard(page, { vlan: '2001', vm: 'ns2/dev', newBridge });
  await take(page, 'wizard-4-light');
  await apply(page);
  await expect(page.getByTestId(/^job-/)).toBeVisible();
  await take(page, 'job-light');
});
