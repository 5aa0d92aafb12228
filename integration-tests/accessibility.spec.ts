/**
 * axe finds nothing on any view, on any step of the wizard, and on a job that has ended. The other views of the
 * topology, and all of it in every theme, are in themes.spec.ts.
 */
import { expectAccessible } from './accessibility';
import { expect, test } from './stack';
import { apply, chooseNewBridge, next } from './wizard';

test('the topology with a path chosen, the list and the problems', async ({ page, stack }) => {
  await page.goto(`${stack.url}/vm-networks?selection=vnic/ns1/ws/net1`);
  await expect(page.getByTestId('trace-verdict')).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${stack.url}/vm-networks/list`);
  await expect(page.getByRole('row', { name: /vlan-1924/ })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${stack.url}/vm-networks/problems`);
  await expect(page.getByRole('searchbox').or(page.getByRole('textbox')).first()).toBeVisible();
  await expectAccessible(page);
});

test('every step of the wizard, and the job after it', async ({ page, stack }) => {
  await page.goto(`${stack.url}/vm-networks/attach`);
  await page.getByLabel('VLAN ID').fill('2010');
  await expectAccessible(page);
  await next(page);
  await page.getByRole('checkbox', { name: 'Choose ns1/spare' }).check();
  await expectAccessible(page);
  await next(page);
  await page.getByRole('radio', { name: 'OVS bridge on a NIC of its own', exact: true }).check();
  await chooseNewBridge(page, { name: 'br-vms', nic: 'ens256' });
  await expectAccessible(page);
  await next(page);
  await expect(page.getByTestId('dry-run-accepted')).toBeVisible();
  await expectAccessible(page);
  await apply(page);
  await expect(page.getByTestId('job-succeeded')).toBeVisible();
  await expectAccessible(page);
});

test.describe('with defects', () => {
  test.use({ scenario: 'article-as-written' });
  test('the problems of the article as it was written', async ({ page, stack }) => {
    await page.goto(`${stack.url}/vm-networks/problems`);
    const rows = page.getByRole('list', { name: 'Problems' });
    await expect(rows.getByText('NNCP-021').first()).toBeVisible();
    await expectAccessible(page);
  });
});
