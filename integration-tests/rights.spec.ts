/**
 * One cluster, four people: what each sees of it, that nothing is called missing that is only hidden, and
 * that what was forbidden once is not asked for again on the way through the pages.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { buildMachine } from '../dev/scenarios/buildMachine';
import { Cluster, NNCPS, nads, vms } from './cluster';
import { expect, test } from './stack';
import { apply, next } from './wizard';

test.use({ scenario: 'project-user', allowedErrors: [/status of 403/] });

/** Counts refusals by address: what is asked for, by name too, without the paging of lists. */
const watchRefusals = (page: Page): ReadonlyMap<string, number> => {
  const refusals = new Map<string, number>();
  page.on('response', (response) => {
    if (response.status() !== 403) return;
    const { pathname, searchParams } = new URL(response.url());
    const asked = `${pathname} ${searchParams.get('fieldSelector') ?? ''}`;
    refusals.set(asked, (refusals.get(asked) ?? 0) + 1);
  });
  return refusals;
};

/** Through all views by their tabs and back, as a person goes. */
const walkThrough = async (page: Page): Promise<void> => {
  for (const name of ['Problems', 'Networks', 'Topology']) {
    await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
    await expect(
      page.getByRole('tab', { name: new RegExp(`^${name}`), selected: true }),
    ).toBeVisible();
  }
  await page.getByRole('link', { name: 'Attach a VM to a VLAN' }).first().click();
  await expect(page.getByRole('heading', { name: 'Attach a VM to a VLAN' })).toBeVisible();
  await page.goBack();
};

/** Nothing that was refused was asked for again, and no refusal pops up as an error. */
const expectQuiet = async (page: Page, refusals: ReadonlyMap<string, number>): Promise<void> => {
  expect([...refusals].filter(([, times]) => times > 1)).toEqual([]);
  await expect(page.locator('.pf-v6-c-alert-group.pf-m-toast')).toHaveCount(0);
};

/** A role of a project for a person, as an administrator would give it. */
const grant = (cluster: Cluster, project: string, user: string, role: string): Promise<unknown> =>
  cluster.create(`/apis/rbac.authorization.k8s.io/v1/namespaces/${project}/rolebindings`, {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: `${user}-${role}`, namespace: project },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: user }],
  });

/** Further projects of a person's own, more than are read at once; a VM in the last one. */
const addProjects = async (cluster: Cluster, user: string): Promise<void> => {
  const names = Array.from({ length: 12 }, (_, index) => `zz-${String(index).padStart(2, '0')}`);
  await Promise.all(
    names.map(async (name) => {
      await cluster.create('/api/v1/namespaces', {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      });
      await grant(cluster, name, user, 'admin');
    }),
  );
  await cluster.create(vms('zz-11'), buildMachine('zz-11', 'far', [{ name: 'default' }], 'Halted'));
};

/** Rights to see the VMs and networks of a project, and nothing else of it. */
const letLookOn = async (cluster: Cluster, project: string, user: string): Promise<void> => {
  const verbs = ['get', 'list', 'watch'];
  await cluster.create('/apis/rbac.authorization.k8s.io/v1/clusterroles', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'onlooker' },
    rules: [
      { apiGroups: [''], resources: ['namespaces'], verbs: ['get'] },
      { apiGroups: ['k8s.cni.cncf.io'], resources: ['*'], verbs },
      { apiGroups: ['kubevirt.io'], resources: ['*'], verbs },
    ],
  });
  await grant(cluster, project, user, 'onlooker');
};

/** The text of a file that the page hands out when the button is pressed. */
const savedText = async (page: Page, button: string): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
};

test('the cluster administrator sees everything and is told of nothing missing', async ({
  page,
}) => {
  const refusals = watchRefusals(page);
  await page.goto('/vm-networks/list');
  await expect(page.getByRole('row', { name: /vlan-1924/ })).toBeVisible();
  await expect(page.getByTestId('listing-notices')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Attach a VM to vlan-1924' })).toBeVisible();
  await walkThrough(page);
  expect([...refusals]).toEqual([]);
});

test.describe('a cluster reader', () => {
  test.use({ user: 'olaf' });

  test('sees every path, is told what is hidden, and may not attach', async ({ page }) => {
    const refusals = watchRefusals(page);
    await page.goto('/vm-networks/list');
    await expect(page.getByRole('row', { name: /vlan-1924/ })).toBeVisible();
    await expect(page.getByTestId('listing-notices')).toContainText('ClusterUserDefinedNetworks');
    await expect(page.getByRole('row', { name: /vlan-1924/ }).getByTestId('not-usable')).toHaveText(
      'You may not change any VM that you see.',
    );
    await walkThrough(page);
    await expectQuiet(page, refusals);
    await page.goto('/k8s/ns/ns1/kubevirt.io~v1~VirtualMachine/ws/network-path');
    await expect(page.getByTestId('path-net1').getByTestId('trace-hops')).toContainText('ens224');
    await page.getByTestId('actions-menu-button').click();
    await expect(page.getByRole('menuitem', { name: /Attach to network/ })).toBeDisabled();
  });

  test('who may change VMs of one project exports what nodes need as a request', async ({
    page,
    stack,
  }) => {
    const cluster = new Cluster(stack.api);
    await grant(cluster, 'ns2', 'olaf', 'admin');
    await page.goto('/vm-networks/attach?vm=ns2/dev&vlan=2001');
    await next(page);
    await expect(page.getByRole('checkbox', { name: 'Choose ns2/dev' })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Choose ns1/spare' })).toBeDisabled();
    await next(page);
    await expect(page.getByText(/You may not create/).first()).toBeVisible();
    await next(page);
    await expect(page.getByTestId('review-denied')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled();
    const request = await savedText(page, 'Export a request for an administrator');
    expect(request).toContain('ns2/dev');
    expect(request).toContain('VLAN: 2001');
    expect(request).toMatch(/^kind: (ClusterUserDefinedNetwork|NetworkAttachmentDefinition)$/m);
    expect(await cluster.find(`${nads('ns2')}/vlan-2001`)).toBeUndefined();
  });
});

test.describe('a project administrator', () => {
  test.use({ user: 'dana' });

  test('sees the own VMs, how far their path is visible, and why not further; of many projects those chosen', async ({
    page,
    stack,
  }) => {
    await addProjects(new Cluster(stack.api), 'dana');
    const refusals = watchRefusals(page);
    await page.goto('/vm-networks');
    await expect(page.getByTestId('listing-notices')).toContainText('ns2');
    await walkThrough(page);
    await expectQuiet(page, refusals);
    const drawing = page.getByTestId('topology');
    await expect(drawing).toContainText('dev');
    await expect(drawing).not.toContainText('far');
    await page.getByRole('button', { name: '10 of 13 projects' }).click();
    await page.getByPlaceholder('Find a project').fill('zz-11');
    await page.getByRole('checkbox', { name: 'zz-11' }).check();
    await expect(drawing).toContainText('far');
    await expect(drawing).not.toContainText('dev');
    await expectQuiet(page, refusals);
    await page.reload();
    await expect(page.getByRole('button', { name: '1 of 13 projects' })).toBeVisible();
    await expect(drawing).toContainText('far');
    // The project that the console is in is read, chosen or not.
    await page.goto('/k8s/ns/ns2/kubevirt.io~v1~VirtualMachine/dev/network-path');
    const tab = page.getByTestId('entity-tab');
    await expect(tab.getByTestId('entity-tab-shown')).toContainText('dev');
    await expect(tab.getByTestId('trace-verdict').first()).toBeVisible();
    await expect(tab).not.toContainText('not in the cluster');
    await expect(tab.getByTestId('trace-hops').first()).toContainText(
      'You have no permission to list NodeNetworkStates.',
    );
    await expect(page.getByText('ws', { exact: true })).toHaveCount(0);
  });

  test('attaches a VM to a network of the own project, and is told why not to a foreign one', async ({
    page,
    stack,
  }) => {
    const refusals = watchRefusals(page);
    const cluster = new Cluster(stack.api);
    const policies = (await cluster.list(NNCPS)).length;
    await letLookOn(cluster, 'ns1', 'dana');
    await cluster.create(nads('ns1'), {
      apiVersion: 'k8s.cni.cncf.io/v1',
      kind: 'NetworkAttachmentDefinition',
      metadata: { name: 'vlan-1930', namespace: 'ns1' },
      spec: {
        config: JSON.stringify({
          cniVersion: '0.4.0',
          name: 'vlan-1930',
          type: 'ovn-k8s-cni-overlay',
          topology: 'localnet',
          netAttachDefName: 'ns1/vlan-1930',
          physicalNetworkName: 'vlan-1924',
          vlanID: 1930,
        }),
      },
    });
    await page.goto('/vm-networks/list');
    await expect(page.getByRole('row', { name: /vlan-1930/ }).getByTestId('not-usable')).toHaveText(
      'It is offered in ns1 only; you may change VMs in ns2 and may not offer it there.',
    );
    await page.getByRole('link', { name: 'Attach a VM to a VLAN' }).click();
    await expect(page.getByRole('radio', { name: 'Use vlan-1930, VLAN 1930' })).toBeDisabled();
    await page.getByRole('radio', { name: 'Use vlan-1926, VLAN 1926' }).check();
    await next(page);
    await expect(page.getByRole('checkbox', { name: 'Choose ns1/nginx' })).toBeDisabled();
    await page.getByRole('checkbox', { name: 'Choose ns2/dev' }).check();
    await next(page);
    await expect(page.getByTestId('guard-NODE-001')).toBeVisible();
    await next(page);
    await expect(page.getByTestId('dry-run-accepted')).toBeVisible();
    await apply(page);
    await expect(page.getByTestId('job-succeeded')).toBeVisible();
    expect(JSON.stringify(await cluster.get(`${vms('ns2')}/dev`))).toContain('"vlan-1926"');
    expect((await cluster.list(NNCPS)).length).toBe(policies);
    await expectQuiet(page, refusals);
  });

  test('asks an administrator for a VLAN that no own network carries', async ({ page }) => {
    await page.goto('/vm-networks/attach?vm=ns2/dev&vlan=2001');
    await next(page);
    await next(page);
    await expect(page.getByTestId('request-hint')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeDisabled();
    const request = await savedText(page, 'Export a request for an administrator');
    expect(request).toContain('ns2/dev');
    expect(request).toMatch(/\/vm-networks\/attach\?vm=ns2%2Fdev&project=ns2&vlan=2001/);
  });

  test('is not refused again and again while the list of jobs is watched', async ({
    page,
    stack,
  }) => {
    await letLookOn(new Cluster(stack.api), 'ns1', 'dana');
    const refusals = watchRefusals(page);
    await page.clock.install();
    await page.goto('/vm-networks/jobs');
    await expect(page.getByText('No jobs')).toBeVisible();
    for (let look = 0; look < 3; look += 1) {
      const answer = page.waitForResponse(/namespaces\/ns2\/configmaps/);
      await page.clock.fastForward(11_000);
      await answer;
    }
    await expectQuiet(page, refusals);
  });
});

test.describe('a person without any right', () => {
  test.use({ user: 'nina' });

  test('is told so, and not that there are no networks', async ({ page }) => {
    const refusals = watchRefusals(page);
    await page.goto('/vm-networks/list');
    await expect(page.getByTestId('no-visible-networks')).toBeVisible();
    await expect(page.getByTestId('no-networks')).toBeHidden();
    await walkThrough(page);
    await expectQuiet(page, refusals);
    await page.goto('/vm-networks/attach');
    await page.getByLabel('VLAN ID').fill('1924');
    await next(page);
    await expect(page.getByTestId('attach-no-vms')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeDisabled();
    await expect(page.locator('.pf-v6-c-alert-group.pf-m-toast')).toHaveCount(0);
  });
});
