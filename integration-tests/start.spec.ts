/**
 * `npm start` on clusters that are not whole, as a person calls it: what the terminal says, and what the page
 * says then.
 */
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from '@playwright/test';
import { stringify } from 'yaml';
import type { TlsCluster } from '../dev/kubeconfig/testing/tlsCluster';
import {
  base64,
  makeAuthority,
  startTlsCluster,
  writeKubeconfig,
} from '../dev/kubeconfig/testing/tlsCluster';
import { loadScenario } from '../dev/scenarios/scenarios';
import { browserTest } from './browserTest';

interface Fixtures {
  readonly folder: string;
  /** `npm start` with these arguments; stopped at the end of the test at the latest. */
  readonly start: (...args: readonly string[]) => Started;
}

class Started {
  private readonly child: ChildProcessByStdio<null, Readable, Readable>;
  private printed = '';
  readonly complaints: Promise<string>;

  constructor(...args: readonly string[]) {
    const script = path.resolve(__dirname, '../scripts/start.mjs');
    this.child = spawn(process.execPath, [script, '--port', '0', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.complaints = text(this.child.stderr);
    this.child.stdout.on('data', (chunk: Buffer) => {
      this.printed += chunk.toString();
    });
  }

  /** What it has printed, once it serves. */
  async output(): Promise<string> {
    await expect.poll(() => this.printed, { timeout: 120_000 }).toContain('Ctrl-C stops it.');
    return this.printed;
  }

  async console(): Promise<string> {
    return /http:\/\/localhost:\d+/.exec(await this.output())?.[0] ?? '';
  }

  /** Interrupts it, as Ctrl-C does; gives its exit status. */
  stop(): Promise<number> {
    this.child.kill('SIGINT');
    return this.ended();
  }

  async ended(): Promise<number> {
    const { exitCode } = this.child;
    return exitCode ?? ((await once(this.child, 'exit')) as [number])[0];
  }
}

const test = browserTest.extend<Fixtures>({
  folder: async ({ locale: _locale }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'vm-networks-start-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },

  start: async ({ locale: _locale }, use) => {
    const all: Started[] = [];
    await use((...args) => {
      const started = new Started(...args);
      all.push(started);
      return started;
    });
    await Promise.all(all.map((started) => started.stop()));
  },
});

// A start from the command line compiles what it runs, and waits for a build that is under way.
test.setTimeout(180_000);

test('a dump without some kinds and with a broken file: what is there is shown, the rest is unknown', async ({
  page,
  folder,
  start,
}) => {
  const { objects } = await loadScenario('dual-nic');
  const items = objects.filter(({ kind }) => kind !== 'NetworkAttachmentDefinition');
  await writeFile(path.join(folder, 'cluster.yaml'), stringify({ kind: 'List', items }));
  await writeFile(path.join(folder, 'nads.yaml'), 'apiVersion: v1\nkind: List\nitems: [\n');
  const started = start('--dump', folder);
  const url = await started.console();
  await page.goto(`${url}/vm-networks?selection=vnic/ns1/ws/net1`);
  await expect(page.getByTestId('cluster-banner')).toContainText('read only');
  await expect(page.getByTestId('listing-notices')).toContainText('Network attachment definitions');
  await expect(page.getByText(/^In the cluster/)).toContainText('Unknown');
  await expect(page.getByText('Missing', { exact: true })).toHaveCount(0);
  expect(await started.stop()).toBe(0);
  expect(await started.complaints).toMatch(/^dump: .*nads\.yaml: the document is not valid YAML/);
});

test.describe('a kubeconfig', () => {
  const users = { 'token-of-ann': { name: 'ann', groups: ['system:masters'] } };
  const groups = ['nmstate.io', 'k8s.cni.cncf.io', 'k8s.ovn.org', 'kubevirt.io'];
  let cluster: TlsCluster;

  test.beforeAll(async () => {
    cluster = await startTlsCluster(
      { users, without: groups },
      { authority: await makeAuthority() },
    );
  });
  test.afterAll(() => cluster.close());

  const kubeconfig = (folder: string, token: string): string => {
    const authority = base64(cluster.authority.cert);
    const server = { server: cluster.url, 'certificate-authority-data': authority };
    return writeKubeconfig(folder, server, { token });
  };

  test('of a cluster without the CRDs: the terminal names the operators, the page says not installed', async ({
    page,
    folder,
    start,
  }) => {
    const started = start('--kubeconfig', kubeconfig(folder, 'token-of-ann'));
    const output = await started.output();
    for (const group of groups) {
      expect(output).toContain(`Note       The cluster does not serve ${group}.`);
    }
    await page.goto(`${await started.console()}/vm-networks`);
    const notice = page.getByTestId('listing-notices');
    await expect(notice).toContainText('Not installed in this cluster');
    await expect(notice).toContainText('Node network states');
    expect(await started.stop()).toBe(0);
  });

  test('with a token that has expired: one sentence, and nothing is served', async ({
    folder,
    start,
  }) => {
    const started = start('--kubeconfig', kubeconfig(folder, 'expired'));
    expect(await started.ended()).toBe(1);
    const complaint = await started.complaints;
    expect(complaint).toContain('does not accept the credentials of ann (401 Unauthorized)');
    expect(complaint).toContain('Log in again (oc login)');
    expect(complaint).not.toContain('expired\n');
  });
});
