/**
 * What any cluster with the product's kinds can show, a real one too: a path is read and followed live, a VM
 * is attached to a network and the attachment taken back. The tests bring their own objects in a project
 * of their own and touch no node.
 */
import { nads, vms } from './cluster';
import type { ClusterObject } from './cluster';
import { OwnProject } from './ownProject';
import { expect, test as base } from './stack';
import { apply, next } from './wizard';

const test = base.extend<{ readonly project: OwnProject }>({
  project: async ({ target }, use) => {
    const project = await OwnProject.make(target.cluster);
    await use(project);
    await project.remove();
  },
});

test.use({ needs: 'any cluster' });

/** Real operators take their time. */
const PATIENCE = { timeout: 60_000 };

const UDNS = (namespace: string) =>
  `/apis/k8s.ovn.org/v1/namespaces/${namespace}/userdefinednetworks`;
/** Networks and interfaces of a VM, less the MAC addresses that a cluster assigns in its own time. */
const networkingOf = ({ spec }: ClusterObject): unknown => {
  const { template } = spec as {
    template: { spec: { networks: unknown; domain: { devices: { interfaces: object[] } } } };
  };
  const { networks, domain } = template.spec;
  const interfaces = domain.devices.interfaces.map((nic) => ({ ...nic, macAddress: undefined }));
  return { networks, interfaces };
};

test('a path is read, and what breaks it shows without a reload', async ({
  page,
  target,
  project,
}) => {
  test.setTimeout(240_000);
  await project.addOverlay('heartbeat');
  await project.addVm('reader', ['heartbeat']);
  await page.goto(`/vm-networks?selection=vnic/${project.name}/reader/net1`);
  const hops = page.getByTestId('trace-hops');
  await expect(hops).toContainText('heartbeat', PATIENCE);
  await expect(hops).not.toContainText('Broken');
  await target.cluster.delete(`${nads(project.name)}/heartbeat`);
  await expect(hops).toContainText('Broken', PATIENCE);
  await expect(hops).toContainText('There is no NetworkAttachmentDefinition');

  await page.goto('/vm-networks/problems');
  await page
    .getByRole('textbox', { name: 'Find a problem by rule, name, node or project' })
    .fill(project.name);
  await expect(page.getByRole('list', { name: 'Problems', exact: true })).toContainText(
    'heartbeat',
    PATIENCE,
  );
});

test('a VM is attached to an overlay by the wizard, and all of it is taken back', async ({
  page,
  target,
  project,
}) => {
  test.setTimeout(240_000);
  const { cluster } = target;
  await project.addVm('guest', []);
  const networking = async () => networkingOf(await cluster.get(`${vms(project.name)}/guest`));
  const before = await networking();
  await page.goto(`/vm-networks/attach?vm=${project.name}/guest`);
  await page.getByRole('radio', { name: 'Other VMs only' }).check(PATIENCE);
  await next(page);
  await expect(page.getByRole('checkbox', { name: `Choose ${project.name}/guest` })).toBeChecked();
  await next(page);
  await page.getByRole('radio', { name: 'Overlay between VMs', exact: true }).check();
  await next(page);
  await expect(page.getByTestId('dry-run-accepted')).toBeVisible(PATIENCE);
  expect(await cluster.list(UDNS(project.name))).toEqual([]);

  await apply(page);
  await expect(page.getByTestId('job-succeeded')).toBeVisible(PATIENCE);
  const [network] = await cluster.list(UDNS(project.name));
  expect(network?.metadata.labels).toMatchObject({ 'app.kubernetes.io/managed-by': 'vm-networks' });
  expect(JSON.stringify(await networking())).toContain(network?.metadata.name);

  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByTestId('job-undone')).toBeVisible(PATIENCE);
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await networking()).toEqual(before);
  await expect.poll(() => cluster.list(UDNS(project.name)), PATIENCE).toEqual([]);
  await expect.poll(() => project.journals(), PATIENCE).toEqual([]);
});
