/**
 * What the page says while its cluster fails, and that it finds back by itself: it names what it does not
 * know, keeps what it has seen without calling it new, and never shows nothing as none.
 */
import { NNSS } from './cluster';
import { expect, test } from './stack';
import type { Stack } from './stack';

const VM = 'ws';

test.use({ allowedErrors: [/403|410|429|500|503|WebSocket|ERR_|Failed to load/] });

const fault = (stack: Stack, rule: object) => {
  stack.apiServer.faults.add(rule as Parameters<typeof stack.apiServer.faults.add>[0]);
};
const refusal = (status: number, reason: string) => ({ status, reason, message: reason });

const post = async (stack: Stack, path: string, body: object = {}): Promise<void> => {
  const answer = await fetch(stack.api + path, { method: 'POST', body: JSON.stringify(body) });
  expect(answer.status).toBe(200);
};

test('lost watches: what is shown is called old, and comes back without a reload', async ({
  page,
  stack,
}) => {
  await page.goto('/vm-networks');
  await expect(page.getByText(VM, { exact: true }).first()).toBeVisible();
  const notice = page.getByTestId('listing-notices');
  fault(stack, { verb: 'watch', respond: refusal(503, 'ServiceUnavailable') });
  fault(stack, { verb: 'list', respond: refusal(503, 'ServiceUnavailable') });
  await post(stack, '/__watches/drop');
  await expect(notice).toContainText('Connection lost, shown as last seen', { timeout: 20_000 });
  // What was seen stays: a connection that is lost is no reason to say that there is nothing.
  await expect(page.getByText(VM, { exact: true }).first()).toBeVisible();
  stack.apiServer.faults.remove();
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toHaveCount(0, { timeout: 20_000 });
});

test('410 after a compaction: the list is read again, and what came meanwhile is there', async ({
  page,
  stack,
}) => {
  await page.goto('/vm-networks');
  await expect(page.getByText(VM, { exact: true }).first()).toBeVisible();
  fault(stack, { verb: 'watch', respond: 'drop' });
  await post(stack, '/__watches/drop');
  // Changed while nobody was listening, and forgotten before anybody asks again.
  await fetch(`${stack.api}/apis/kubevirt.io/v1/namespaces/ns1/virtualmachines/spare`, {
    method: 'DELETE',
  });
  await post(stack, '/__compact');
  stack.apiServer.faults.remove();
  await expect(page.getByText('spare', { exact: true })).toHaveCount(0, { timeout: 20_000 });
  await expect(page.getByText(VM, { exact: true }).first()).toBeVisible();
  await expect(page.getByTestId('listing-notices')).toHaveCount(0, { timeout: 20_000 });
});

test('403 on one kind: that kind is unknown, the rest is shown', async ({ page, stack }) => {
  fault(stack, { resource: 'network-attachment-definitions', respond: refusal(403, 'Forbidden') });
  await page.goto('/vm-networks');
  const notice = page.getByTestId('listing-notices');
  await expect(notice).toContainText(
    'what depends on them is unknown: Network attachment definitions',
  );
  await expect(page.getByText(VM, { exact: true }).first()).toBeVisible();
  // A NAD that nobody could look for is not missing.
  await expect(page.getByText('Missing', { exact: true })).toHaveCount(0);
  await expect(page.getByText('Not known', { exact: true }).first()).toBeAttached();
  stack.apiServer.faults.remove();
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.getByText('Not known', { exact: true })).toHaveCount(0);
});

test('the fault panel: a rule by keyboard, and a pulled cable that shows in the node', async ({
  page,
  stack,
}) => {
  await page.goto('/vm-networks');
  await page.getByTestId('fault-panel-button').press('Enter');
  const panel = page.getByTestId('fault-panel');
  await panel.getByLabel('Verb').selectOption('list');
  await panel.getByLabel('Kind, in plural').fill('nodes');
  await panel.getByLabel('Answer').selectOption('500 InternalError');
  await panel.getByRole('button', { name: 'Add rule' }).press('Enter');
  await expect(panel.getByRole('listitem')).toContainText('list of nodes: answered 500');
  await panel.getByRole('button', { name: 'Remove' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(0);
  await panel.getByLabel('What happens').selectOption('pull-nic');
  await panel.getByLabel('NIC', { exact: true }).fill('ens224');
  await panel.getByRole('button', { name: 'Let it happen' }).click();
  await expect(panel.getByTestId('fault-message')).toContainText('Done to hub-');
  const node = (await panel.getByTestId('fault-message').textContent())?.split(' ').at(-1) ?? '';
  const answer = await fetch(`${stack.api}${NNSS}/${node}`);
  const state = (await answer.json()) as {
    status: { currentState: { interfaces: { name: string; ethernet?: { speed?: number } }[] } };
  };
  const nic = state.status.currentState.interfaces.find(({ name }) => name === 'ens224');
  expect(nic?.ethernet?.speed).toBeUndefined();
});
