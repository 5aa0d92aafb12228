/** Without a mouse: find a VM with `/`, open it, read its path, walk the picture, leave with Escape. */
import { expect, test } from './stack';

test('a VM is found, its path read, and the picture walked by keyboard alone', async ({
  page,
  stack,
}) => {
  await page.goto(`${stack.url}/vm-networks`);
  await expect(page.getByTestId('topology')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Find', { exact: true })).toBeFocused();
  await page.keyboard.type('ns1 ws net1');
  await page.keyboard.press('Enter');
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
