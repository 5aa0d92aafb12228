/**
 * Reading: the path of the article's Windows VM on VLAN 1924 from its NIC to the switch, and a
 * change in the cluster that shows without a reload.
 */
import { Cluster, nads } from './cluster';
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
