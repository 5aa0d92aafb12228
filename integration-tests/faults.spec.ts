/**
 * What the page says while its cluster fails, and that it finds back by itself: it names what it does not
 * know, keeps what it has seen without calling it new, and never shows nothing as none. The faults are
 * made by the panel of the development console, as a person makes them.
 */
import type { Page } from '@playwright/test';
import { Cluster, NNSS, vms } from './cluster';
import { addRule, inFaultPanel, press, removeRules } from './faultPanel';
import { watchWords } from './shownWords';
import { expect, test } from './stack';

const VM = 'ws';
const UNAVAILABLE = '503 ServiceUnavailable';
const VM_NIC = '/vm-networks?selection=vnic/ns1/ws/net1';

test.use({ allowedErrors: [/403|410|429|500|503|WebSocket|ERR_|Failed to load/] });

/** The longest pause between two tries of a watch passes; nobody presses anything. */
const waitForNextTry = (page: Page): Promise<void> => page.clock.fastForward('01:00');
const PATIENCE = { timeout: 30_000 };

/** What the page must say of no healthy cluster, whatever it has read of it so far. */
const WRONG = ['Broken', 'Missing'];

const notices = (page: Page) => page.getByTestId('listing-notices');
const pathInCluster = (page: Page) => page.getByText(/^In the cluster/);

test('lost watches: what is shown is called old, and comes back without a reload', async ({
  page,
  stack,
}) => {
  test.setTimeout(90_000);
  await page.clock.install();
  await page.goto('/vm-networks');
  await expect(page.getByText(VM, { exact: true }).first()).toBeVisible();
  await inFaultPanel(page, async (panel) => {
    await addRule(panel, { verb: 'watch', answer: UNAVAILABLE });
    await addRule(panel, { verb: 'list', answer: UNAVAILABLE });
    await press(panel, 'Drop all watches', 'Watches dropped');
  });
  await expect(notices(page)).toContainText('Connection lost, shown as last seen', PATIENCE);
  // What was seen stays: a connection that is lost is no reason to say that there is nothing.
  await expect(page.getByText(VM, { exact: true }).first()).toBeVisible();
  // Changed while nobody was listening: it is there when the connection is.
  await new Cluster(stack.api).delete(`${vms('ns1')}/spare`);
  await inFaultPanel(page, removeRules);
  await waitForNextTry(page);
  await expect(notices(page)).toHaveCount(0, PATIENCE);
  await expect(page.getByText('spare', { exact: true })).toHaveCount(0);
  await expect(page.getByText(VM, { exact: true }).first()).toBeVisible();
});

test('410 after a compaction: the list is read again, and what came meanwhile is there', async ({
  page,
  stack,
}) => {
  await page.goto('/vm-networks');
  await expect(page.getByText('spare', { exact: true }).first()).toBeVisible();
  await inFaultPanel(page, async (panel) => {
    await addRule(panel, { verb: 'watch', answer: 'Drop the connection' });
    await press(panel, 'Drop all watches', 'Watches dropped');
    // Changed while nobody was listening, and forgotten before anybody asks again.
    await new Cluster(stack.api).delete(`${vms('ns1')}/spare`);
    await press(panel, 'Compact', 'Compacted');
    await removeRules(panel);
  });
  await expect(page.getByText('spare', { exact: true })).toHaveCount(0, PATIENCE);
  await expect(page.getByText(VM, { exact: true }).first()).toBeVisible();
  await expect(notices(page)).toHaveCount(0, PATIENCE);
});

test('403 on one kind: that kind is unknown, the rest is shown, and rights that return are found', async ({
  page,
}) => {
  const shown = await watchWords(page, WRONG);
  await page.clock.install();
  await page.goto('/k8s/cluster/core~v1~Namespace');
  await inFaultPanel(page, (panel) =>
    addRule(panel, { kind: 'network-attachment-definitions', answer: '403 Forbidden' }),
  );
  await page.goto(VM_NIC);
  await expect(notices(page)).toContainText(
    'what depends on them is unknown: Network attachment definitions',
  );
  await expect(page.getByText(VM, { exact: true }).first()).toBeVisible();
  // A NAD that nobody could look for is not missing, and a path through it is neither broken nor proven.
  await expect(page.getByText('Not known', { exact: true }).first()).toBeAttached();
  await expect(pathInCluster(page)).toContainText('Unknown');
  await inFaultPanel(page, removeRules);
  // Nobody presses anything: what was forbidden is asked for again every five minutes.
  await page.clock.fastForward('05:01');
  await expect(notices(page)).toHaveCount(0, PATIENCE);
  await expect(page.getByText('Not known', { exact: true })).toHaveCount(0);
  await expect(pathInCluster(page)).toContainText('OK');
  expect([...shown]).toEqual([]);
});

test('slow lists: nothing is called missing, broken or healthy before it is there', async ({
  page,
}) => {
  const shown = await watchWords(page, WRONG);
  await page.goto('/k8s/cluster/core~v1~Namespace');
  await inFaultPanel(page, async (panel) => {
    for (const kind of ['network-attachment-definitions', 'nodenetworkstates']) {
      await addRule(panel, { verb: 'list', kind, answer: 'Delay by 5 s' });
    }
  });
  const kind = (name: string) => page.getByRole('main').getByText(name, { exact: true });
  const loading = kind('Node network states');
  await page.goto(VM_NIC);
  await expect(loading).toBeVisible();
  await expect(kind('Network attachment definitions')).toBeVisible();
  await expect(pathInCluster(page)).toContainText('Unknown');
  await expect(loading).toHaveCount(0, PATIENCE);
  await expect(pathInCluster(page)).toContainText('OK');

  await page.goto('/vm-networks/problems');
  const healthy = page.getByRole('heading', { name: 'No problems found' });
  const problems = page.getByRole('list', { name: 'Problems', exact: true });
  await expect(loading).toBeVisible();
  await expect(healthy).toHaveCount(0);
  await expect(problems).toHaveCount(0);
  await expect(loading).toHaveCount(0, PATIENCE);
  await expect(healthy.or(problems)).toBeVisible();
  expect([...shown]).toEqual([]);
});

test('503 on one list: the page says that it could not be read, shows the rest, and recovers', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto('/k8s/cluster/core~v1~Namespace');
  await inFaultPanel(page, (panel) =>
    addRule(panel, { verb: 'list', kind: 'virtualmachines', answer: UNAVAILABLE }),
  );
  await page.goto('/vm-networks/list');
  await expect(notices(page)).toContainText('Could not be read');
  await expect(notices(page)).toContainText('VMs');
  await expect(page.getByRole('row', { name: /vlan-1924/ })).toBeVisible();
  await inFaultPanel(page, removeRules);
  await waitForNextTry(page);
  await expect(notices(page)).toHaveCount(0, PATIENCE);
});

test('the panel: a rule, and a pulled cable that shows in the node', async ({ page, stack }) => {
  await page.goto('/vm-networks');
  await inFaultPanel(page, async (panel) => {
    await addRule(panel, { verb: 'list', kind: 'nodes', answer: '500 InternalError' });
    await expect(panel.getByRole('listitem')).toContainText('list of nodes: answered 500');
    await removeRules(panel);
    await panel.getByLabel('What happens').selectOption('pull-nic');
    await panel.getByLabel('NIC', { exact: true }).fill('ens224');
    await press(panel, 'Let it happen', 'Done to hub-');
    const message = (await panel.getByTestId('fault-message').textContent()) ?? '';
    const node = message.split(' ').at(-1) ?? '';
    const { status } = await new Cluster(stack.api).get(`${NNSS}/${node}`);
    const { currentState } = status as {
      currentState: { interfaces: { name: string; ethernet?: { speed?: number } }[] };
    };
    const nic = currentState.interfaces.find(({ name }) => name === 'ens224');
    expect(nic?.ethernet?.speed).toBeUndefined();
  });
});
