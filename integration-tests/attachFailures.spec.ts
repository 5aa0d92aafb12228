/**
 * The wizard when things go wrong: the NAD's creation refused with 403, 409 and 500, and one node
 * that cannot apply the policy. The message names the object and the reason; after "Take back"
 * nothing is left behind.
 */
import { Cluster, NNCPS, nads, vms } from './cluster';
import { expect, test } from './stack';
import { apply, fillWizard } from './wizard';

// The browser logs each refusal that these tests provoke, and after a 500, which may come after the
// write, the look whether the NAD is there.
test.use({
  allowedErrors: [/status of (403|409|500|404 .*network-attachment-definitions\/vlan-2002)/],
});

const REFUSALS = [
  { status: 403, reason: 'Forbidden', message: 'creating NADs is forbidden here' },
  { status: 409, reason: 'AlreadyExists', message: 'somebody was faster' },
  { status: 500, reason: 'InternalError', message: 'etcd is away' },
] as const;

for (const refusal of REFUSALS) {
  test(`a NAD refused with ${refusal.status} stops the job and is taken back`, async ({
    page,
    stack,
  }) => {
    const cluster = new Cluster(stack.api);
    await page.goto(`${stack.url}/vm-networks`);
    await fillWizard(page, {
      vlan: '2002',
      vm: 'ns1/spare',
      newBridge: { name: 'br-vms', nic: 'ens256' },
    });
    await cluster.fault({
      verb: 'create',
      resource: 'network-attachment-definitions',
      respond: refusal,
    });
    await apply(page);
    const job = page.getByTestId('job-failed');
    await expect(job).toBeVisible();
    await expect(job).toContainText('vlan-2002');
    await expect(job).toContainText(String(refusal.status));
    await expect(job).toContainText(refusal.message);

    await page.getByRole('button', { name: 'Take back' }).click();
    await expect(page.getByTestId('job-undone')).toBeVisible();
    expect(await cluster.find(`${NNCPS}/br-vms`)).toBeUndefined();
    expect(await cluster.find(`${nads('ns1')}/vlan-2002`)).toBeUndefined();
    const vm = JSON.stringify((await cluster.get(`${vms('ns1')}/spare`)).spec);
    expect(vm).not.toContain('vlan-2002');
  });
}

test('an enactment that fails on one node stops the job, says which, and is taken back', async ({
  page,
  stack,
}) => {
  const cluster = new Cluster(stack.api);
  const workers = (await cluster.list('/api/v1/nodes')).filter(
    (node) => node.metadata.labels?.['machine.openshift.io/cluster-api-machineset'] !== undefined,
  );
  const victim = workers[1]?.metadata.name ?? '';
  const fail = (reason: string | null): Promise<unknown> =>
    cluster.patch(`/api/v1/nodes/${victim}`, {
      metadata: { annotations: { 'vm-networks.dev/fail-apply': reason } },
    });
  await page.goto(`${stack.url}/vm-networks`);
  await fillWizard(page, {
    vlan: '2003',
    vm: 'ns1/spare',
    newBridge: { name: 'br-vms', nic: 'ens256' },
  });
  await fail('NmstateError: VerificationError: ens256 refused to join br-vms');
  await apply(page);
  const job = page.getByTestId('job-failed');
  await expect(job).toBeVisible({ timeout: 60_000 });
  await expect(job).toContainText(victim);
  await expect(job).toContainText('ens256 refused to join br-vms');
  expect(await cluster.find(`${nads('ns1')}/vlan-2003`)).toBeUndefined();

  await fail(null);
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByTestId('job-undone')).toBeVisible({ timeout: 60_000 });
  expect(await cluster.find(`${NNCPS}/br-vms`)).toBeUndefined();
});
