/** `npm start` with a cluster that cannot be had: one clear sentence, exit status 1, nothing built. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

jest.setTimeout(60_000);

let folder: string;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'start-'));
  const server = 'https://127.0.0.1:1';
  fs.writeFileSync(
    path.join(folder, 'gone'),
    JSON.stringify({
      'current-context': 'a',
      clusters: [{ name: 'a', cluster: { server } }],
      users: [{ name: 'a', user: { token: 'secret' } }],
      contexts: [{ name: 'a', context: { cluster: 'a', user: 'a' } }],
    }),
  );
  fs.writeFileSync(path.join(folder, 'other.yaml'), 'kind: Secret\napiVersion: v1\n');
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const script = path.resolve(__dirname, '../../../scripts/start.mjs');

const start = (...args: readonly string[]) =>
  spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' });

test.each([
  [['--kubeconfig', 'absent'], 'absent cannot be read: there is no such file.'],
  [
    ['--kubeconfig', 'gone'],
    'The cluster https://127.0.0.1:1 cannot be reached: nothing listens there',
  ],
  [['--kubeconfig', 'gone', '--host', '0.0.0.0'], 'listens on 127.0.0.1 only'],
  [['--kubeconfig', 'gone', '--dump', 'x'], 'Choose one of --dump and --kubeconfig'],
  [['--dump', 'absent.yaml'], 'Nothing could be read from absent.yaml'],
  [['--dump', 'other.yaml'], 'There is no object of a kind that matters here in other.yaml'],
  [['--scenario', 'nope'], 'There is no scenario "nope". Choose one of: dual-nic, '],
  [['--vms', 'many'], '--vms many: give a number from 1 to 50000'],
  [['stray.yaml'], 'A dump is named by --dump'],
])('%j', (args, sentence) => {
  const { status, stderr, stdout } = start(...args);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr).not.toContain('secret');
  expect(stdout).toBe('');
  expect(status).toBe(1);
});
