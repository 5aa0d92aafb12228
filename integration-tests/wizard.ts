/** The wizard as a person clicks through it. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';

export interface Attachment {
  readonly vlan: string;
  /** `namespace/name`. */
  readonly vm: string;
  /** Of an existing bridge; the proposed one when left out. */
  readonly bridge?: string;
  readonly newBridge?: { readonly name: string; readonly nic: string };
}

/** Fills the form up to the review and waits for the server's dry run. */
export const fillWizard = async (page: Page, wanted: Attachment): Promise<void> => {
  await page.getByRole('link', { name: 'Attach a VM to a VLAN' }).click();
  await expect(page.getByRole('heading', { name: 'Attach a VM to a VLAN' })).toBeVisible();
  await chooseUplink(page, wanted);
  await next(page);
  await page.getByLabel('VLAN ID').fill(wanted.vlan);
  await expect(page.getByLabel('Network name')).toHaveValue(`vlan-${wanted.vlan}`);
  await next(page);
  await page.getByRole('checkbox', { name: `Choose ${wanted.vm}` }).check();
  await next(page);
  await expect(page.getByTestId('dry-run-accepted')).toBeVisible();
};

const next = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Next', exact: true }).click();

const chooseUplink = async (page: Page, wanted: Attachment): Promise<void> => {
  if (wanted.newBridge !== undefined) {
    await page.getByRole('radio', { name: 'A new bridge on a free NIC' }).check();
    await page.getByLabel('Bridge name').fill(wanted.newBridge.name);
    await page.getByRole('radio', { name: `Choose ${wanted.newBridge.nic}` }).check();
  } else if (wanted.bridge !== undefined) {
    await page.getByRole('radio', { name: wanted.bridge, exact: true }).check();
  }
};

/** Confirms the review; nothing has been written before this. */
export const apply = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Apply' }).click();

/** The YAML that the review shows for a step, parsed. */
export const reviewed = async (page: Page, stepId: string): Promise<unknown> => {
  const code = page.getByTestId(`planned-${stepId}`).locator('code');
  return parse(await code.innerText());
};
