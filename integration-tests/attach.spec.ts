/**
 * The wizard, by clicks only: attach through the bridge that exists, attach through a new bridge on
 * a free NIC, and take everything back. What the API server holds afterwards is what was reviewed.
 */
import { Cluster, NNCPS, NNSS, nads, vms } from './cluster';
import { expect, test } from './stack';
import { apply, chooseNewBridge, fillWizard, next, reviewed } from './wizard';

const NAD = 'NetworkAttachmentDefinition/ns1/vlan-1926';

test('a running VM joins VLAN 1926 through the bridge that exists', async ({ page, stack }) => {
  const cluster = new Cluster(stack.api);
  const policies = await cluster.list(NNCPS);
  await page.goto(`${stack.url}/vm-networks`);
  await fillWizard(page, { vlan: '1926', vm: 'ns1/nginx', bridge: 'br-vmdata' });
  const nad = await reviewed(page, NAD);
  const patch = (await reviewed(page, 'VirtualMachine/ns1/nginx')) as { op: string }[];
  expect(await cluster.find(`${nads('ns1')}/vlan-1926`)).toBeUndefined();

  await apply(page);
  await expect(page.getByTestId('job-succeeded')).toBeVisible();

  const written = await cluster.get(`${nads('ns1')}/vlan-1926`);
  expect(written).toMatchObject(nad as Record<string, unknown>);
  const vm = await cluster.get(`${vms('ns1')}/nginx`);
  expect(patch.filter(({ op }) => op === 'test')).toHaveLength(3);
  expect(vm).toMatchObject({
    spec: {
      template: {
        spec: {
          networks: [
            { name: 'default', pod: {} },
            { name: 'vlan-1926', multus: { networkName: 'vlan-1926' } },
          ],
        },
      },
    },
  });
  expect((await cluster.list(NNCPS)).length).toBe(policies.length);

  await page.getByRole('button', { name: 'Show the path' }).click();
  await expect(page).toHaveURL(/selection=vnic/);
  await expect(page.getByTestId('trace-verdict')).toBeVisible();
});

interface Policy {
  readonly spec: { readonly nodeSelector: Readonly<Record<string, string>> };
}

test('a VM joins a VLAN through a new bridge, node by node, and all of it is taken back', async ({
  page,
  stack,
}) => {
  const cluster = new Cluster(stack.api);
  const before = await bridgesByNode(cluster);
  await page.goto(`${stack.url}/vm-networks`);
  await fillWizard(page, {
    vlan: '2001',
    vm: 'ns2/dev',
    newBridge: { name: 'br-vms', nic: 'ens256' },
  });
  const first = (await reviewed(page, 'NodeNetworkConfigurationPolicy/br-vms')) as Policy;
  const { 'kubernetes.io/hostname': canary, ...selector } = first.spec.nodeSelector;
  expect(await page.getByLabel('First node').inputValue()).toBe(canary);
  expect(await cluster.find(`${NNCPS}/br-vms`)).toBeUndefined();

  await apply(page);
  await expect(page.getByText('applied and verified').first()).toBeVisible();
  await expect(page.getByTestId('job-succeeded')).toBeVisible();
  // On one node first, and then what it is for all of them.
  const spec = { ...first.spec, nodeSelector: selector };
  expect((await cluster.get(`${NNCPS}/br-vms`)).spec).toEqual(spec);
  const made = await bridgesByNode(cluster);
  expect(Object.values(made).filter((bridges) => bridges.includes('br-vms'))).toHaveLength(3);

  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByTestId('job-undone')).toBeVisible();
  expect(await cluster.find(`${NNCPS}/br-vms`)).toBeUndefined();
  expect(await cluster.find(`${nads('ns2')}/vlan-2001`)).toBeUndefined();
  expect(await bridgesByNode(cluster)).toEqual(before);
  const vm = JSON.stringify((await cluster.get(`${vms('ns2')}/dev`)).spec);
  expect(vm).not.toContain('vlan-2001');
});

test('from a free NIC of a node to the job’s end; a NIC that carries the node can be neither chosen nor typed', async ({
  page,
  stack,
}) => {
  const cluster = new Cluster(stack.api);
  const node = 'hub-tq2sk-cnv-99zmp';
  await page.goto(`${stack.url}/vm-networks?selection=${encodeURIComponent(`nic/${node}/ens256`)}`);
  await page.getByRole('link', { name: 'Attach to a VLAN', exact: true }).click();
  await page.getByLabel('VLAN ID').fill('2005');
  await next(page);
  await page.getByRole('checkbox', { name: 'Choose ns1/spare' }).check();
  await next(page);
  await expect(page.getByTestId('attach-node-names')).toHaveText(node);
  await page.getByRole('radio', { name: 'OVS bridge on a NIC of its own', exact: true }).check();
  await page.getByRole('radio', { name: 'A new bridge on a free NIC' }).check();
  await expect(page.getByRole('checkbox', { name: 'Choose ens192' })).toBeDisabled();
  await expect(page.getByRole('checkbox', { name: 'Choose ens224' })).toBeDisabled();
  await expect(page.getByRole('checkbox', { name: 'Choose ens256' })).toBeChecked();
  await chooseNewBridge(page, { name: 'br-vms', nic: 'ens256' });
  await next(page);
  await expect(page.getByTestId('dry-run-accepted')).toBeVisible();

  await page.getByRole('button', { name: 'Edit the YAML of br-vms' }).click();
  const editor = page.getByRole('textbox', { name: 'YAML of br-vms' });
  const typed = await editor.inputValue();
  const takeOver = page.getByRole('button', { name: 'Check and take over' });
  await editor.fill(typed.replaceAll('ens256', 'ens192'));
  await takeOver.click();
  await expect(page.getByTestId('edit-refused-PRE-004').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await editor.fill(typed);
  await takeOver.click();
  await expect(page.getByTestId('edit-refused-PRE-004')).toHaveCount(0);

  await apply(page);
  await expect(page.getByTestId('job-succeeded')).toBeVisible();
  const made = await bridgesByNode(cluster);
  const having = Object.keys(made).filter((name) => made[name]?.includes('br-vms'));
  expect(having).toEqual([node]);
  expect(JSON.stringify(await cluster.get(`${vms('ns1')}/spare`))).toContain('vlan-2005');
});

interface NodeState {
  readonly status: {
    readonly currentState: {
      readonly interfaces: { readonly name: string; readonly type: string }[];
    };
  };
}

const bridgesByNode = async (cluster: Cluster): Promise<Record<string, string[]>> => {
  const states = await cluster.list(NNSS);
  return Object.fromEntries(
    states.map((state) => [
      state.metadata.name,
      (state as unknown as NodeState).status.currentState.interfaces
        .filter(({ type }) => type === 'ovs-bridge')
        .map(({ name }) => name)
        .sort(),
    ]),
  );
};
