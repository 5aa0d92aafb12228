/**
 * Jobs beyond one tab: what a closed tab leaves behind is finished from another browser, and what is
 * removed is really gone from the nodes, not only from the list of policies.
 */
import { Cluster, NNCPS, NNSS, nads } from './cluster';
import type { ClusterObject } from './cluster';
import { expect, test } from './stack';
import { apply, fillWizard } from './wizard';

const CONFIG_MAPS = '/api/v1/configmaps?labelSelector=vm-networks%2Fjournal%3Djob';

/** Longer than a lease: whoever is silent that long is not at work. */
const LATER_MS = 60_000;

test('a job whose tab was closed is resumed from another browser and taken back there', async ({
  page,
  stack,
  browser,
}) => {
  const cluster = new Cluster(stack.api);
  await page.goto(`${stack.url}/vm-networks`);
  await fillWizard(page, {
    vlan: '2005',
    vm: 'ns1/spare',
    newBridge: { name: 'br-vms', nic: 'ens256' },
  });
  // The handler of one node takes its time, so that the tab closes in the middle of the job.
  const [worker] = (await cluster.list('/api/v1/nodes')).filter(
    ({ metadata }) =>
      metadata.labels?.['machine.openshift.io/cluster-api-machineset'] !== undefined,
  );
  await cluster.fault({
    resource: 'nodenetworkconfigurationenactments',
    name: `${worker?.metadata.name}.br-vms`,
    respond: { delayMs: 3000 },
    times: 1,
  });
  await apply(page);
  await expect(page.getByTestId('job-running')).toBeVisible();
  await expect(page.getByTestId('job-kept')).toContainText('openshift-nmstate');
  await expect(page.getByText('taking effect').first()).toBeVisible();
  await page.close();

  const other = await browser.newContext();
  const second = await other.newPage();
  await second.clock.install({ time: Date.now() + LATER_MS });
  await second.goto(`${stack.url}/vm-networks`);
  await expect(second.getByTestId('incomplete-jobs')).toBeVisible();
  await second.getByRole('link', { name: 'All jobs' }).click();
  await expect(second.getByText('interrupted')).toBeVisible();
  await second.getByRole('grid', { name: 'Jobs' }).getByRole('link').first().click();
  await second.getByRole('button', { name: 'Continue' }).click();
  await expect(second.getByTestId('job-succeeded')).toBeVisible({ timeout: 30_000 });
  expect(await cluster.find(`${nads('ns1')}/vlan-2005`)).toBeDefined();

  await second.getByRole('button', { name: 'Take back' }).click();
  await expect(second.getByTestId('job-undone')).toBeVisible({ timeout: 30_000 });
  expect(await cluster.find(`${NNCPS}/br-vms`)).toBeUndefined();
  expect(await cluster.find(`${nads('ns1')}/vlan-2005`)).toBeUndefined();
  await second.getByRole('button', { name: 'Close' }).click();
  await expect.poll(async () => (await cluster.list(CONFIG_MAPS)).length).toBe(0);
  await other.close();
});

interface NodeState extends ClusterObject {
  readonly status: {
    readonly currentState: {
      readonly interfaces: {
        readonly name: string;
        readonly type: string;
        readonly state: string;
      }[];
      readonly ovn?: { readonly 'bridge-mappings'?: { readonly localnet: string }[] };
    };
  };
}

// The job looks for the policy it has deleted until it is gone, and the browser logs that answer.
test.use({ allowedErrors: [/status of 404 .*nodenetworkconfigurationpolicies\/old/] });

test('removing a bridge takes it off the nodes, frees the NIC, and can be taken back', async ({
  page,
  stack,
}) => {
  const cluster = new Cluster(stack.api);
  const states = async (): Promise<readonly NodeState[]> =>
    (await cluster.list(NNSS)) as readonly NodeState[];
  const withBridge = async (): Promise<number> =>
    (await states()).filter(({ status }) =>
      status.currentState.interfaces.some(
        ({ name, type }) => name === 'br-old' && type === 'ovs-bridge',
      ),
    ).length;
  await cluster.create(NNCPS, {
    apiVersion: 'nmstate.io/v1',
    kind: 'NodeNetworkConfigurationPolicy',
    metadata: { name: 'old' },
    spec: {
      nodeSelector: { 'machine.openshift.io/cluster-api-machineset': 'hub-tq2sk-cnv' },
      desiredState: {
        interfaces: [
          {
            name: 'br-old',
            type: 'ovs-bridge',
            state: 'up',
            bridge: {
              'allow-extra-patch-ports': true,
              port: [{ name: 'ens256' }, { name: 'br-old' }],
            },
          },
        ],
        ovn: { 'bridge-mappings': [{ localnet: 'old', bridge: 'br-old', state: 'present' }] },
      },
    },
  });
  await expect.poll(withBridge).toBe(3);
  await page.goto(`${stack.url}/vm-networks/change?do=remove&target=bridge/any/br-old`);
  await expect(page.getByText('No VM uses it.')).toBeVisible();
  await expect(page.getByTestId('dry-run-accepted')).toBeVisible();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByTestId('job-succeeded')).toBeVisible({ timeout: 30_000 });
  expect(await withBridge()).toBe(0);
  expect(await cluster.find(`${NNCPS}/old`)).toBeUndefined();
  for (const { status } of await states()) {
    const { interfaces, ovn } = status.currentState;
    expect(interfaces.find(({ name }) => name === 'ens256')?.state ?? 'up').toBe('up');
    expect(JSON.stringify(ovn ?? {})).not.toContain('"old"');
  }
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByTestId('job-undone')).toBeVisible({ timeout: 30_000 });
  expect(await withBridge()).toBe(3);
  expect(await cluster.find(`${NNCPS}/old`)).toBeDefined();
});
