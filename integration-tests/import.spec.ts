/**
 * Networks by the dozen and networks in the place of others: port groups of a CSV file with conflicts in
 * it, and a clone of a network that cannot be changed. Both are done and taken back to the last object.
 */
import { expectAccessible } from './accessibility';
import { Cluster, nads } from './cluster';
import { expect, test } from './stack';

test.use({ scenario: 'cudn-localnet' });

const CUDNS = '/apis/k8s.ovn.org/v1/clusteruserdefinednetworks';

const names = async (cluster: Cluster): Promise<readonly string[]> =>
  (await cluster.list(CUDNS)).map(({ metadata }) => metadata.name).sort();

const FILE = [
  '"Name","Notes","VlanConfiguration","IsUplink"',
  '"DPG Web","Front end","VLAN 300","False"',
  '"db","","VLAN 301","False"',
  '"app","","VLAN 302","False"',
  '"old","","VLAN 100","False"',
  '"everything","","VLAN Trunk [0-4094]","False"',
  '"","","VLAN 9","False"',
].join('\r\n');

test('port groups become networks, conflicts are marked, and all of it is taken back', async ({
  page,
  stack,
}) => {
  const cluster = new Cluster(stack.api);
  const before = [await names(cluster), await cluster.list(nads('green'))];
  await page.goto(`${stack.url}/vm-networks/list`);
  await page.getByRole('link', { name: 'Import port groups' }).click();
  await page.locator('input[type="file"]').setInputFiles({
    name: 'portgroups.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${FILE}`, 'utf16le'),
  });
  await expect(page.getByTestId('import-problems')).toContainText('Line 7 has no name.');
  const line = (number: number) => page.getByTestId(`import-line-${number}`);
  await expect(line(2).getByRole('textbox')).toHaveValue('dpg-web');
  await expect(line(5)).toContainText('served on br-vmdata by vlan-100');
  await expect(line(5).getByRole('checkbox')).not.toBeChecked();
  await expect(line(6)).toContainText('is a trunk');
  await expect(line(6).getByRole('checkbox')).toBeDisabled();
  await expect(page.getByRole('heading', { name: '3 of 5 port groups' })).toBeVisible();

  // A name that cannot be is told, and mended.
  await line(3).getByRole('textbox').fill('vlan-100');
  await expect(line(3)).toContainText('is there already');
  await expectAccessible(page);
  await line(3).getByRole('textbox').fill('database');
  await page.getByLabel('Bridge mapping').selectOption('vmdata on br-vmdata');
  await page.getByRole('checkbox', { name: 'green' }).check();
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByTestId('dry-run-accepted')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(line(3).getByRole('textbox')).toHaveValue('database');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByTestId('job-succeeded')).toBeVisible({ timeout: 30_000 });
  expect(await names(cluster)).toEqual(['app', 'database', 'dpg-web', 'vlan-100']);
  const offered = (await cluster.list(nads('green'))).map(({ metadata }) => metadata.name);
  expect(offered).toEqual(expect.arrayContaining(['app', 'database', 'dpg-web']));

  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByTestId('job-undone')).toBeVisible({ timeout: 30_000 });
  expect([await names(cluster), await cluster.list(nads('green'))]).toEqual(before);
});

test.describe('clone', () => {
  // The job looks for the network it has deleted until it is gone, and the browser logs that answer.
  test.use({ allowedErrors: [/status of 404 .*clusteruserdefinednetworks\/vlan-100/] });

  test('a clone takes the place of a network, its VMs move, and all of it is taken back', async ({
    page,
    stack,
  }) => {
    const cluster = new Cluster(stack.api);
    await page.goto(`${stack.url}/vm-networks/list`);
    await page.getByRole('link', { name: 'vlan-100', exact: true }).first().click();
    await page.getByRole('link', { name: 'Clone with changes' }).click();
    const review = page.getByRole('button', { name: 'Review' });
    await expect(review).toBeDisabled();
    await page.getByLabel('Network name').fill('vlan-100');
    await page.getByLabel('VLAN ID').fill('200');
    await expect(page.getByText('A network named vlan-100 is there already.')).toBeVisible();
    await page.getByLabel('Network name').fill('vlan-200');
    await page.getByRole('checkbox', { name: /Remove the old network/ }).check();
    await expect(page.getByText('VM red/web migrates live')).toBeVisible();
    await expectAccessible(page);
    await review.click();
    await expect(page.getByTestId('dry-run-accepted')).toBeVisible();
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByTestId('job-succeeded')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByTestId('path-verdict').first()).toBeVisible();
    expect(await names(cluster)).toEqual(['vlan-200']);
    await page.getByRole('button', { name: 'Take back' }).click();
    await expect(page.getByTestId('job-undone')).toBeVisible({ timeout: 30_000 });
    expect(await names(cluster)).toEqual(['vlan-100']);
  });
});
