/**
 * `inspect` from the command line, as a person calls it, on the article's cluster: text, JSON, and
 * Mermaid that Mermaid itself draws.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { stringify } from 'yaml';
import { loadScenario } from '../dev/scenarios/scenarios';
import { browserTest as test } from './browserTest';

const root = path.resolve(__dirname, '..');
const run = promisify(execFile);

const folders: string[] = [];

/** A scenario as a person would have dumped it. */
const dump = async (scenario: string): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'vm-networks-'));
  folders.push(folder);
  const { objects } = await loadScenario(scenario);
  const file = path.join(folder, `${scenario}.yaml`);
  await writeFile(file, stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
  return file;
};

test.afterAll(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

interface Failure {
  readonly code: number;
  readonly stdout: string;
}

const inspect = async (...args: readonly string[]): Promise<Failure> => {
  try {
    const { stdout } = await run('npm', ['run', '--silent', 'inspect', '--', ...args], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: 0, stdout };
  } catch (error) {
    return error as Failure;
  }
};

test('the healthy cluster has nothing at error level, in text and in JSON', async () => {
  const file = await dump('dual-nic');
  const text = await inspect(file);
  expect(text.code).toBe(0);
  expect(text.stdout).toContain('vlan-1924');
  const json = await inspect(file, '--output', 'json', '--trace', 'ns1/ws/net1');
  const report = JSON.parse(json.stdout) as {
    version: number;
    findings: { severity: string }[];
    trace: { verdict: string };
  };
  expect(report.version).toBe(1);
  expect(report.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(report.trace.verdict).toBe('ok');
});

test('the article as written has defects, and the exit status says so', async () => {
  const file = await dump('article-as-written');
  const json = await inspect(file, '--output', 'json');
  const { findings } = JSON.parse(json.stdout) as {
    findings: { rule: string; subject: string; severity: string }[];
  };
  const rules = new Set(
    findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule),
  );
  for (const rule of ['NNCP-012', 'NNCP-013', 'NNCP-021', 'NODE-002', 'NAD-013']) {
    expect(rules).toContain(rule);
  }
  const bad = findings.some(({ severity }) => severity === 'error' || severity === 'critical');
  expect(json.code).toBe(bad ? 1 : 0);
});

test('the Mermaid text is drawn by Mermaid', async ({ page }) => {
  const { stdout, code } = await inspect(await dump('dual-nic'), '--output', 'mermaid');
  expect(code).toBe(0);
  await page.goto('about:blank');
  await page.addScriptTag({ path: path.join(root, 'node_modules/mermaid/dist/mermaid.min.js') });
  const svg = await page.evaluate(async (definition) => {
    const { mermaid } = window as unknown as {
      mermaid: {
        initialize(config: object): void;
        render(id: string, text: string): Promise<{ svg: string }>;
      };
    };
    mermaid.initialize({ startOnLoad: false, maxTextSize: 1_000_000, maxEdges: 5000 });
    return (await mermaid.render('picture', definition)).svg;
  }, stdout);
  expect(svg).toContain('br-vmdata');
  expect(svg).toContain('ens224');
  expect(svg).not.toContain('Syntax error');
});

test('unusable arguments give status 2', async () => {
  expect((await inspect('/nonexistent/file.yaml')).code).toBe(2);
  expect((await inspect()).code).toBe(2);
});
