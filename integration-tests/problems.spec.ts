/**
 * The Problems tab: narrowed down in every way that the URL keeps, from a problem to what it is about and
 * back, copied for a ticket; the way of a mechanical fix, from the finding over its review to the job, the
 * finding gone, and all of it taken back; and what the events of a VM that does not start say, read on demand.
 */
import type { Locator, Page } from '@playwright/test';
import { Cluster, nads, vms } from './cluster';
import { expect, test } from './stack';

const problems = (page: Page): Locator => page.getByRole('list', { name: 'Problems' });
const rows = (page: Page): Locator => problems(page).getByTestId(/^problem-/);

/** The rules of the rows, each once, sorted. */
const rules = async (page: Page): Promise<readonly string[]> => {
  const ids = await rows(page).evaluateAll((all) =>
    all.map((row) => /^problem-([A-Z]+-\d+)-/.exec(row.getAttribute('data-test') ?? '')?.[1] ?? ''),
  );
  return [...new Set(ids)].sort();
};

test.describe('the defects of the article', () => {
  test.use({ scenario: 'article-as-written' });

  test('are narrowed by severity, rule, node and network; the URL keeps it', async ({ page }) => {
    await page.goto('/vm-networks/problems');
    // Of a cluster that is still loading a part is shown.
    const all = 10;
    await expect(rows(page)).toHaveCount(all);
    const tab = page.getByRole('tab', { name: /Problems/ });
    await expect(tab).toContainText(/\d/);

    // By keyboard, as everything here.
    await page.getByRole('button', { name: 'Info', exact: true }).press('Space');
    await expect(page).toHaveURL(/severity=info/);
    await expect.poll(() => rules(page)).toEqual(['NNCP-014', 'NNCP-015', 'NNCP-020']);
    await page.getByRole('button', { name: 'Info', exact: true }).press('Space');
    await expect(rows(page)).toHaveCount(all);

    await page.getByLabel('All rules').selectOption('NNCP-013');
    await expect(page).toHaveURL(/rule=NNCP-013/);
    await expect.poll(() => rules(page)).toEqual(['NNCP-013']);
    await page.reload();
    await expect(page.getByLabel('All rules')).toHaveValue('NNCP-013');
    await expect(rows(page)).toHaveCount(1);
    await page.getByLabel('All rules').selectOption('');

    // A headline stays for a consequence on the node.
    const node = 'hub-tq2sk-master-1';
    await page.getByLabel('All nodes').selectOption(node);
    await expect.poll(() => rules(page)).toContain('NNCP-021');
    await expect.poll(() => rules(page)).not.toContain('NNCP-013');
    await page.getByLabel('All nodes').selectOption('');

    await page.getByLabel('All networks').selectOption('vlan-1926');
    await expect.poll(() => rules(page)).toContain('NAD-013');
    await expect(page.getByTestId('problem-NAD-013-network/vlan-1924')).toHaveCount(0);
    await page.getByLabel('All networks').selectOption('');

    await page.getByLabel('Find a problem by rule, name, node or project').fill('no such words');
    await expect(page.getByText('No problem matches the filter.')).toBeVisible();
  });

  test('lead to what they are about and back, and are copied for a ticket', async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/vm-networks/problems?rule=NNCP-021');
    const problem = page.getByTestId('problem-NNCP-021-policy/ovs-bridge-mapping-1924');
    await problem.getByRole('button').first().press('Enter');
    await expect(
      problem.getByRole('link', { name: /^Open NodeNetworkConfigurationPolicy/ }),
    ).toHaveAttribute(
      'href',
      /\/k8s\/cluster\/nmstate\.io~v1~NodeNetworkConfigurationPolicy\/ovs-bridge-mapping-1924$/,
    );
    await problem.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect(problem.getByText('Copied')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^### NNCP-021 warning: /);
    expect(copied).toContain('- Consequence NODE-002 `mapping/hub-tq2sk-master-0/vlan-1924`');

    await problem.getByRole('link', { name: 'Policy ovs-bridge-mapping-1924' }).first().click();
    await expect(page.getByTestId('panel-title')).toContainText('ovs-bridge-mapping-1924');
    await expect(page.getByTestId('finding-NNCP-021')).toBeVisible();
    await page.goBack();
    await expect(rows(page)).toHaveCount(2);
  });
});

/** A VM on a localnet that no node maps: its pod is created, and gets no network. */
const startStuckVm = async (cluster: Cluster): Promise<void> => {
  const config = {
    cniVersion: '0.4.0',
    type: 'ovn-k8s-cni-overlay',
    name: 'lost',
    topology: 'localnet',
    physicalNetworkName: 'nowhere',
    netAttachDefName: 'ns1/lost',
  };
  await cluster.create(nads('ns1'), {
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    metadata: { name: 'lost', namespace: 'ns1' },
    spec: { config: JSON.stringify(config) },
  });
  await cluster.create(vms('ns1'), {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'stuck', namespace: 'ns1' },
    spec: {
      runStrategy: 'Always',
      template: {
        spec: {
          domain: { devices: { interfaces: [{ name: 'net1', bridge: {} }] } },
          networks: [{ name: 'net1', multus: { networkName: 'lost' } }],
        },
      },
    },
  });
};

test.describe('a NAD under another name', () => {
  test.use({ scenario: 'broken-nad-name' });
  const PROBLEM = 'problem-NAD-003-nad/ns2/vlan-1924';

  test('is fixed after a review, seen to be gone, and put back', async ({ page, stack }) => {
    const cluster = new Cluster(stack.api);
    await startStuckVm(cluster);
    const config = async (): Promise<string> =>
      JSON.stringify((await cluster.get(`${nads('ns2')}/vlan-1924`)).spec);
    const before = await config();
    await page.goto('/vm-networks/problems');
    await page.getByLabel('All projects').selectOption('ns2');
    await expect(page.getByTestId('problem-NAD-003-nad/default/vlan-1924')).toHaveCount(0);
    const problem = page.getByTestId(PROBLEM);
    await problem.getByRole('button').first().press('Enter');
    await problem.getByRole('link', { name: 'Review fix' }).press('Enter');

    await expect(page.getByRole('heading', { level: 1, name: 'Review fix' })).toBeVisible();
    await expect(page.getByTestId('object-diff')).toContainText('ns9/other');
    await expect(page.getByTestId('fix-gone')).toContainText('NAD-003');
    await expect(page.getByTestId('fix-dry-run-accepted')).toBeVisible();
    await expect(page.getByTestId('fixes-finding')).toContainText(
      'Fixes NAD-003 on NAD ns2/vlan-1924.',
    );
    expect(await config()).toBe(before);

    await page.getByTestId('apply-fix').press('Enter');
    await expect(page.getByTestId('job-succeeded')).toBeVisible();
    expect(await config()).toContain('ns2/vlan-1924');
    // A URL of the job alone: what it fixes is in its journal.
    const jobUrl = page.url();
    expect(jobUrl).not.toContain('NAD-003');
    await page.getByRole('link', { name: 'All jobs' }).click();
    await expect(page.getByTestId(/^job-row-/)).toContainText(
      'Fixes NAD-003 on NAD ns2/vlan-1924.',
    );
    await page.getByRole('link', { name: 'Back to the problem' }).click();
    await expect(page.getByRole('tab', { name: /Problems/ })).toBeVisible();
    await expect(problem).toHaveCount(0);

    await page.goto(jobUrl);
    await page.getByRole('button', { name: 'Take back' }).click();
    await expect(page.getByTestId('job-undone')).toBeVisible();
    expect(await config()).toBe(before);
    await page.getByRole('link', { name: 'Back to the problem' }).click();
    await expect(problem).toBeVisible();

    await page.goto('/vm-networks?selection=vm/ns1/stuck');
    const said = page.getByTestId('close-look');
    await expect(async () => {
      // The event comes when the pod was tried; the panel reads on demand.
      await page.getByRole('button', { name: 'Read them again' }).click();
      await expect(said.getByTestId('cluster-message').first()).toBeVisible({ timeout: 1000 });
    }).toPass();
    await expect(said).toContainText('The node has no bridge mapping for "nowhere".');
    const raw = said.getByText(/failed to create pod network sandbox/).first();
    await expect(raw).toBeHidden();
    await said.getByRole('button', { name: 'The message as it came' }).first().press('Enter');
    await expect(raw).toBeVisible();
  });
});
