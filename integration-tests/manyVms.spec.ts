/**
 * A hundred VMs attached in one job: chosen together, forty of them refused while it runs, each outcome
 * told, only the refused ones asked for again, and all of them taken back.
 */
import { buildMachine } from '../dev/scenarios/buildMachine';
import { Cluster, vms } from './cluster';
import { expect, test } from './stack';
import { apply, next } from './wizard';

test.use({ allowedErrors: [/status of 403/] });

test('a hundred VMs: sixty done, forty refused and told, retried alone, all taken back', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const cluster = new Cluster(stack.api);
  const places = Array.from({ length: 100 }, (_, index) => (index < 60 ? 'ns2' : 'ns1'));
  await Promise.all(
    places.map((place, index) =>
      cluster.create(
        vms(place),
        buildMachine(place, `many-${index}`, [{ name: 'default' }], 'Halted'),
      ),
    ),
  );
  const attached = async (): Promise<number> => {
    const all = [...(await cluster.list(vms('ns1'))), ...(await cluster.list(vms('ns2')))];
    const many = all.filter(({ metadata }) => metadata.name.startsWith('many-'));
    return many.filter(({ spec }) => JSON.stringify(spec).includes('vlan-1924')).length;
  };
  await page.goto(`${stack.url}/vm-networks/attach?vlan=1924`);
  await next(page);
  await page.getByPlaceholder('Find VMs by name, project or label').fill('many-');
  await page.getByRole('button', { name: 'Choose all 100 found' }).click();
  await next(page);
  await next(page);
  await expect(page.getByTestId('dry-run-accepted')).toBeVisible({ timeout: 30_000 });
  const refusal = { status: 403, reason: 'Forbidden', message: 'not in this project' };
  const rule = { verb: 'patch', resource: 'virtualmachines', namespace: 'ns1', respond: refusal };
  await cluster.fault(rule);
  await apply(page);
  await expect(page.getByTestId('job-failed')).toBeVisible({ timeout: 60_000 });
  const table = page.getByTestId('job-vms');
  await expect(table.getByRole('button', { name: '40 failed' })).toBeVisible();
  await expect(table.getByRole('button', { name: '60 done' })).toBeVisible();
  await expect(table.getByText('not in this project').first()).toBeVisible();
  expect(await attached()).toBe(60);

  await cluster.delete('/__faults');
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByTestId('job-succeeded')).toBeVisible({ timeout: 60_000 });
  expect(await attached()).toBe(100);
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByTestId('job-undone')).toBeVisible({ timeout: 60_000 });
  expect(await attached()).toBe(0);
});
