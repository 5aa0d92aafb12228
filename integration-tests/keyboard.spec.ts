/**
 * Without a mouse: find a VM with `/`, open it, read its path, walk the picture, leave with Escape; and from
 * a VM without a network to the finding that explains it and the object that has to be changed. And the wizard,
 * from the first question to the job that is done and taken back.
 */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './stack';

/** Tab until something has the focus; fails where it cannot be reached. */
async function tabTo(page: Page, goal: Locator) {
  await expect(goal).toBeVisible();
  for (let step = 0; step < 80; step += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(goal).toBeFocused();
}

async function find(page: Page, words: string) {
  await page.keyboard.press('/');
  await expect(page.getByLabel('Find', { exact: true })).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
}

test('a VM is found, its path read, and the picture walked by keyboard alone', async ({
  page,
  stack,
}) => {
  await page.goto(`${stack.url}/vm-networks`);
  await expect(page.getByTestId('topology')).toBeVisible();
  await find(page, 'ns1 ws net1');
  await expect(page.getByTestId('trace-verdict')).toBeVisible();
  await expect(page).toHaveURL(/selection=vnic%2Fns1%2Fws%2Fnet1/);

  const nic = page.getByRole('button', { name: /^NIC ens224/ }).first();
  await nic.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: /^Bridge br-vmdata/ }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/selection=bridge/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/selection=/);
});

test('a VM is attached by keyboard alone, from the page to the job that is done', async ({
  page,
  stack,
}) => {
  const press = async (goal: Locator, key: string): Promise<void> => {
    await tabTo(page, goal);
    await page.keyboard.press(key);
  };
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await page.goto(`${stack.url}/vm-networks`);
  await press(page.getByRole('link', { name: 'Attach a VM to a VLAN' }), 'Enter');
  await tabTo(page, page.getByLabel('VLAN ID'));
  await page.keyboard.type('2020');
  await press(next, 'Enter');
  await press(page.getByRole('checkbox', { name: 'Choose ns1/spare' }), 'Space');
  await press(next, 'Enter');
  const nics = page.getByRole('button', { name: /^NICs of / }).first();
  await press(nics, 'Enter');
  await expect(nics).toBeFocused();
  await expect(
    page.getByTestId(/^nics-of-/).getByRole('row', { name: /^ens192.*carries the own traffic/ }),
  ).toBeVisible();
  await press(next, 'Enter');
  await expect(page.getByTestId('dry-run-accepted')).toBeVisible();
  await press(page.getByRole('button', { name: 'Apply' }), 'Enter');
  await expect(page.getByTestId('job-succeeded')).toBeVisible();
  await press(page.getByRole('button', { name: 'Take back' }), 'Enter');
  await expect(page.getByTestId('job-undone')).toBeVisible();
  await press(page.getByRole('button', { name: 'Close' }), 'Enter');
  await expect(page).toHaveURL(/\/vm-networks$/);
});

test.describe('where nodes have drifted', () => {
  test.use({ scenario: 'drift' });

  test('from a VM without a network to its finding and the object to change', async ({
    page,
    stack,
  }) => {
    await page.goto(`${stack.url}/vm-networks`);
    await expect(page.getByTestId('topology')).toBeVisible();
    // The drawing says at a glance what sets the node apart.
    await expect(page.getByTestId('frame-node/worker-17')).toContainText(
      'worker-17: mapping vlan-1924 is missing.',
    );

    await find(page, 'fleet vm-017 net1');
    await expect(page.getByTestId('trace-verdict')).toBeVisible();
    const broken = page.getByTestId('trace-break').getByRole('button');
    await tabTo(page, broken);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/selection=mapping%2Fworker-17%2Fvlan-1924/);

    const subject = page
      .getByTestId(/^finding-/)
      .locator('[data-entity]')
      .first();
    await tabTo(page, subject);
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(/selection=mapping/);
    const object = page
      .getByTestId('entity-panel')
      .getByRole('link', { name: /^Open / })
      .first();
    await tabTo(page, object);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/k8s\//);
  });

  test('n goes from problem to problem, and hiding what is healthy leaves them', async ({
    page,
    stack,
  }) => {
    await page.goto(`${stack.url}/vm-networks`);
    const next = page.getByTestId('next-problem');
    await expect(next).toHaveText('Next problem (3)');
    await page.keyboard.press('n');
    await expect(next).toHaveText('Next problem (1 of 3)');
    await page.keyboard.press('N');
    await expect(next).toHaveText('Next problem (3 of 3)');
    await page.goto(`${stack.url}/vm-networks?only-state=broken`);
    await expect(page.getByTestId('frame-node/worker-17')).toContainText(
      'worker-17: mapping vlan-1924 is missing.',
    );
    await expect(page.getByTestId(/^frame-profile/)).toHaveCount(0);
  });
});
