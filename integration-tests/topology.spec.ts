/**
 * Reading: the path of the article's Windows VM on VLAN 1924 from its NIC to the switch, and a
 * change in the cluster that shows without a reload.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Cluster, nads, vms } from './cluster';
import { expect, test } from './stack';

test('the path of the Windows VM on VLAN 1924 can be read', async ({ page, stack }) => {
  await page.goto(`${stack.url}/vm-networks`);
  await page.getByRole('combobox', { name: 'Find' }).or(page.getByLabel('Find')).first().fill('ws');
  await page.getByRole('option', { name: /ws/ }).first().click();
  const verdict = page.getByTestId('trace-verdict');
  await expect(verdict).toBeVisible();
  const hops = page.getByTestId('trace-hops');
  for (const hop of ['net1', 'vlan-1924', 'br-vmdata', 'ens224']) {
    await expect(hops).toContainText(hop);
  }
});

test('a NAD made elsewhere shows within a second of its watch event', async ({ page, stack }) => {
  const cluster = new Cluster(stack.api);
  await page.goto(`${stack.url}/vm-networks/list`);
  await expect(page.getByRole('row', { name: /vlan-1924/ })).toBeVisible();
  const config = {
    cniVersion: '0.4.0',
    name: 'vlan-1999',
    type: 'ovn-k8s-cni-overlay',
    topology: 'localnet',
    physicalNetworkName: 'vlan-1926',
    netAttachDefName: 'ns1/vlan-1999',
    vlanID: 1999,
    mtu: 1500,
  };
  const answer = await fetch(`${stack.api}${nads('ns1')}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      apiVersion: 'k8s.cni.cncf.io/v1',
      kind: 'NetworkAttachmentDefinition',
      metadata: { name: 'vlan-1999', namespace: 'ns1' },
      spec: { config: JSON.stringify(config) },
    }),
  });
  expect(answer.status).toBe(201);
  await expect(page.getByRole('row', { name: /vlan-1999/ })).toBeVisible({ timeout: 1000 });
  await cluster.delete(`${nads('ns1')}/vlan-1999`);
  await expect(page.getByRole('row', { name: /vlan-1999/ })).toBeHidden({ timeout: 1000 });
});

/** Takes each item of the export menu, and checks what its file is called. */
const exported = async (
  page: Page,
  items: readonly (readonly [item: string, file: string])[],
): Promise<ReadonlyMap<string, Buffer>> => {
  const contents = new Map<string, Buffer>();
  for (const [item, file] of items) {
    await page.getByRole('button', { name: 'Export' }).click();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe(file);
    contents.set(file, await readFile(await saved.path()));
  }
  return contents;
};

test('every view leaves as what it is, under the policy of the console', async ({
  page,
  stack,
}) => {
  await page.goto(`${stack.url}/vm-networks`);
  await expect(page.getByTestId('topology')).toBeVisible();
  const picture = await exported(page, [
    ['Picture as SVG', 'vm-networks.svg'],
    ['Picture as PNG', 'vm-networks.png'],
    ['Picture as Mermaid', 'vm-networks.mmd'],
    ['Table as CSV', 'vm-networks.csv'],
  ]);
  expect(picture.get('vm-networks.svg')?.toString()).toContain('br-vmdata');
  expect(picture.get('vm-networks.mmd')?.toString()).toContain('br-vmdata');
  expect(picture.get('vm-networks.csv')?.toString()).toContain('"br-vmdata"');
  expect(picture.get('vm-networks.png')?.subarray(1, 4).toString()).toBe('PNG');

  await page.getByRole('button', { name: 'Coverage', exact: true }).click();
  const coverage = await exported(page, [['Table as CSV', 'vm-networks-coverage.csv']]);
  expect(coverage.get('vm-networks-coverage.csv')?.toString()).toMatch(/"vlan-1924","1924","OK"/);

  await page.getByRole('button', { name: 'OVN', exact: true }).click();
  const node = await page.getByLabel('Node', { exact: true }).inputValue();
  const ovn = await exported(page, [
    ['Picture as SVG', `vm-networks-ovn-${node}.svg`],
    ['Picture as PNG', `vm-networks-ovn-${node}.png`],
    ['Table as CSV', `vm-networks-ovn-${node}.csv`],
  ]);
  expect(ovn.get(`vm-networks-ovn-${node}.svg`)?.toString()).toContain('Gateway router');
  expect(ovn.get(`vm-networks-ovn-${node}.png`)?.subarray(1, 4).toString()).toBe('PNG');
  expect(ovn.get(`vm-networks-ovn-${node}.csv`)?.toString()).toContain('"br-ex"');
});

test('a new VM does not throw the reader out of a part of the picture', async ({ page, stack }) => {
  await page.goto(`${stack.url}/vm-networks`);
  const canvas = page.getByTestId('topology');
  await expect(canvas).toBeVisible();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.mouse.move(700, 600);
  await page.mouse.wheel(200, 60);
  const bridge = page.getByRole('button', { name: /^Bridge br-vmdata/ }).first();
  const before = await bridge.boundingBox();
  const answer = await fetch(`${stack.api}${vms('ns1')}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: { name: 'aa-new', namespace: 'ns1' },
      spec: {
        runStrategy: 'Halted',
        template: {
          spec: {
            domain: { devices: { interfaces: [{ name: 'default', masquerade: {} }] } },
            networks: [{ name: 'default', pod: {} }],
          },
        },
      },
    }),
  });
  expect(answer.status).toBe(201);
  await expect(page.getByTestId('frame-vm/ns1/aa-new')).toBeAttached();
  expect(await bridge.boundingBox()).toEqual(before);
});

test.describe('a larger cluster', () => {
  test.use({ scenario: 'generated' });

  test('is drawn in at most 300 elements, and what is too much for a picture leads to the table', async ({
    page,
    stack,
  }) => {
    await page.goto(`${stack.url}/vm-networks`);
    const drawn = page
      .locator('.vm-networks-canvas')
      .locator('.vm-networks-element, .vm-networks-frame');
    await expect(drawn.first()).toBeVisible();
    expect(await drawn.count()).toBeLessThanOrEqual(300);
    await page.goto(`${stack.url}/vm-networks?nodes=each&unused=show`);
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await expect(page.getByTestId('topology-table')).toContainText('elements');
    await page.goto(`${stack.url}/vm-networks?view=table&nodes=each&unused=show&only-vlan=105`);
    await expect(page.getByTestId('filter-chips')).toContainText('105');
  });
});
