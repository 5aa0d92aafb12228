/** The wizard as a person clicks through it. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';

export interface Attachment {
  /** Access VLAN; the untagged network or an overlay where left out. */
  readonly vlan?: string;
  /** What the VMs shall reach, as the form words it; a VLAN unless said. */
  readonly reach?: string;
  /** `namespace/name`. */
  readonly vm: string;
  /** Title of the way; an OVS bridge with NADs unless said. */
  readonly way?: string;
  /** Of an existing bridge; the proposed one when left out. */
  readonly bridge?: string;
  readonly newBridge?: { readonly name: string; readonly nic: string };
}

const OVS_BRIDGE = 'OVS bridge on a NIC of its own';

/** Fills the form up to the review and waits for the server's dry run. */
export const fillWizard = async (page: Page, wanted: Attachment): Promise<void> => {
  await page.getByRole('link', { name: 'Attach a VM to a VLAN' }).click();
  await expect(page.getByRole('heading', { name: 'Attach a VM to a VLAN' })).toBeVisible();
  await sayWhat(page, wanted);
  await next(page);
  await page.getByRole('checkbox', { name: `Choose ${wanted.vm}` }).check();
  await next(page);
  await chooseWay(page, wanted);
  await next(page);
  await expect(page.getByTestId('dry-run-accepted')).toBeVisible();
};

export const next = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Next', exact: true }).click();

const sayWhat = async (page: Page, { reach, vlan }: Attachment): Promise<void> => {
  if (reach !== undefined) await page.getByRole('radio', { name: reach }).check();
  if (vlan !== undefined) await page.getByLabel('VLAN ID').fill(vlan);
};

const chooseWay = async (page: Page, wanted: Attachment): Promise<void> => {
  await page.getByRole('radio', { name: wanted.way ?? OVS_BRIDGE, exact: true }).check();
  if (wanted.newBridge !== undefined) await chooseNewBridge(page, wanted.newBridge);
  else if (wanted.bridge !== undefined) {
    await page.getByRole('radio', { name: wanted.bridge, exact: true }).check();
  }
};

/** A new bridge of this name on one NIC and no other. */
export const chooseNewBridge = async (
  page: Page,
  { name, nic }: { readonly name: string; readonly nic: string },
): Promise<void> => {
  await page.getByRole('radio', { name: 'A new bridge on a free NIC' }).check();
  await page.getByLabel('Bridge name').fill(name);
  const box = page.getByRole('checkbox', { name: `Choose ${nic}`, exact: true });
  if (!(await box.isChecked())) await box.check();
};

/** Confirms the review; nothing has been written before this. */
export const apply = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Apply' }).click();

/** The YAML that the review shows for a step, parsed. */
export const reviewed = async (page: Page, stepId: string): Promise<unknown> => {
  const code = page.getByTestId(`planned-${stepId}`).locator('pre code');
  return parse(await code.innerText());
};
