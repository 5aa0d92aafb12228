/**
 * Every extension of console-extensions.json where the console shows it: tabs on the pages of objects, actions
 * in their menus, the line on the cluster's overview. Pages and navigation are in smoke.spec.ts.
 */
import { expectAccessible } from './accessibility';
import { expect, test } from './stack';

const vmPage = '/k8s/ns/ns1/kubevirt.io~v1~VirtualMachine/ws';

test(
  'a VM has its network path, and an action that starts the wizard with it',
  {
    tag: ['@tab/VirtualMachine', '@action/VirtualMachine'],
  },
  async ({ page }) => {
    await page.goto(vmPage);
    await page.getByRole('tab', { name: 'Network path' }).click();
    await expect(page).toHaveURL(/\/network-path$/);
    const path = page.getByTestId('path-net1');
    await expect(path.getByTestId('trace-hops')).toContainText('ens224');
    await path.getByRole('button', { name: 'vlan-1924' }).first().click();
    await expect(page.getByTestId('entity-tab-shown')).toContainText('vlan-1924');
    await page.getByRole('button', { name: 'Back to ws' }).click();
    await expect(path).toBeVisible();
    await expectAccessible(page);

    await page.getByTestId('actions-menu-button').click();
    await page.getByRole('menuitem', { name: /Attach to network/ }).click();
    await expect(page).toHaveURL(/\/vm-networks\/attach\?vm=ns1%2Fws$/);
  },
);

const topologies = [
  ['@tab/Node', 'a node', '/k8s/cluster/nodes/hub-tq2sk-cnv-99zmp', /ens224/],
  [
    '@tab/NodeNetworkConfigurationPolicy',
    'a policy',
    '/k8s/cluster/nmstate.io~v1~NodeNetworkConfigurationPolicy/br-vmdata-ovs',
    /br-vmdata/,
  ],
  [
    '@tab/NetworkAttachmentDefinition',
    'a NAD',
    '/k8s/ns/default/k8s.cni.cncf.io~v1~NetworkAttachmentDefinition/vlan-1924',
    /br-vmdata/,
  ],
] as const;

for (const [tag, what, address, drawn] of topologies) {
  test(`${what} has its network topology`, { tag }, async ({ page }) => {
    await page.goto(`${address}/network-topology`);
    const tab = page.getByTestId('entity-tab');
    await expect(tab.getByRole('button', { name: drawn }).first()).toBeVisible();
    await expect(tab.getByTestId('panel-findings')).toBeVisible();
    await expectAccessible(page);
  });
}

test.describe('of OVN-Kubernetes', () => {
  test.use({ scenario: 'cudn-localnet' });

  test(
    'a CUDN has its network topology',
    { tag: '@tab/ClusterUserDefinedNetwork' },
    async ({ page }) => {
      await page.goto('/k8s/cluster/k8s.ovn.org~v1~ClusterUserDefinedNetwork');
      await page.getByRole('grid').getByRole('link').first().click();
      await page.getByRole('tab', { name: 'Network topology' }).click();
      await expect(page.getByTestId('entity-tab-shown')).toBeVisible();
    },
  );
});

test.describe('of one project', () => {
  test.use({ scenario: 'layer2' });

  test('a UDN has its network topology', { tag: '@tab/UserDefinedNetwork' }, async ({ page }) => {
    await page.goto('/k8s/all-namespaces/k8s.ovn.org~v1~UserDefinedNetwork');
    await page.getByRole('grid').getByRole('link').first().click();
    await page.getByRole('tab', { name: 'Network topology' }).click();
    await expect(page.getByTestId('entity-tab-shown')).toBeVisible();
  });
});

test(
  'a policy is explained from its menu',
  { tag: '@action/NodeNetworkConfigurationPolicy' },
  async ({ page }) => {
    await page.goto('/k8s/cluster/nmstate.io~v1~NodeNetworkConfigurationPolicy');
    await page.getByRole('grid').getByRole('link').first().click();
    await page.getByTestId('actions-menu-button').click();
    await page.getByRole('menuitem', { name: /Explain/ }).click();
    await expect(page).toHaveURL(/selection=policy/);
    await expect(page.getByTestId('panel-title')).toBeVisible();
  },
);

test(
  'the overview tells the state of the policies, and its popup what the doctor finds',
  {
    tag: '@overview/health',
  },
  async ({ page }) => {
    await page.goto('/dashboards');
    const item = page.getByTestId('health-VM Networks');
    await expect(item.getByTestId('health-state')).toHaveText('OK');
    await item.getByRole('button', { name: 'VM Networks' }).click();
    const popup = page.getByTestId('network-health');
    await popup.getByRole('link', { name: 'Show the problems' }).click();
    await expect(page).toHaveURL(/\/vm-networks\/problems$/);
  },
);

test.describe('without NMState', () => {
  test.use({ scenario: 'no-nmstate' });

  test(
    'the overview has no line about policies',
    {
      tag: '@flag/VM_NETWORKS_NMSTATE',
    },
    async ({ page }) => {
      await page.goto('/dashboards');
      await expect(page.getByRole('navigation').getByText('VM Networks').first()).toBeAttached();
      await expect(page.locator('html[data-flags="set"]')).toBeAttached();
      await expect(page.getByTestId('status-card')).toHaveAttribute('aria-busy', 'false');
      await expect(page.getByTestId('health-VM Networks')).toHaveCount(0);
    },
  );
});

test('the page of a network: its parts, VMs, nodes, YAML, events and problems', async ({
  page,
}) => {
  await page.goto('/vm-networks/list');
  await page.getByRole('link', { name: 'vlan-1924', exact: true }).click();
  await expect(page.getByTestId('network-facts')).toContainText('1924');
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'VMs' }).click();
  await expect(page.getByRole('row', { name: /ws/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Nodes' }).click();
  await expect(page.getByRole('row', { name: /br-vmdata/ }).first()).toBeVisible();
  await page.getByRole('tab', { name: 'YAML' }).click();
  await page
    .getByRole('button', { name: /Show YAML of NetworkAttachmentDefinition/ })
    .first()
    .click();
  await expect(page.getByText('kind: NetworkAttachmentDefinition')).toBeVisible();
  await page.getByRole('tab', { name: 'Events' }).click();
  await expect(page.getByRole('button', { name: 'Read them again' })).toBeEnabled();
  await page.getByRole('tab', { name: 'Problems' }).click();
  await expect(
    page.getByText('No rule objects to this.').or(page.getByRole('list', { name: 'Problems' })),
  ).toBeVisible();
  await page.goto('/vm-networks/network/never-there');
  await expect(page.getByTestId('no-such-network')).toBeVisible();
});
