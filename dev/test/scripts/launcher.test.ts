/** What the launchers decide: is everything installed, has a source changed, how are tests counted. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isInstalled } from '../../../scripts/lib/ensureInstalled.mjs';
import { fingerprint } from '../../../scripts/lib/fingerprint.mjs';
import { requireNode } from '../../../scripts/lib/requireNode.mjs';
import { countStage, testRounds } from '../../../scripts/lib/testStages.mjs';

let folder = '';

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'launcher-'));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

function write(file: string, content: unknown, time?: number) {
  const full = path.join(folder, file);
  fs.mkdirSync(path.dirname(full), { recursive: true });
  fs.writeFileSync(full, typeof content === 'string' ? content : JSON.stringify(content));
  if (time !== undefined) fs.utimesSync(full, time, time);
}

describe('isInstalled', () => {
  const lock = 'package-lock.json';
  const copy = 'node_modules/.package-lock.json';
  const packages = (version: string) => ({
    packages: { '': {}, 'node_modules/a': { version } },
  });

  test('is false without node_modules', () => {
    write(lock, packages('1.0.0'));
    expect(isInstalled(folder)).toBe(false);
  });

  test('is true when npm has installed after the lock file changed', () => {
    write(lock, packages('1.0.0'), 100);
    write(copy, packages('1.0.0'), 200);
    expect(isInstalled(folder)).toBe(true);
  });

  test.each([
    ['of the same packages', '1.0.0', true],
    ['of another version', '1.1.0', false],
  ])('with a newer lock file %s is %s', (_name, version, expected) => {
    write(lock, packages(version), 200);
    write(copy, packages('1.0.0'), 100);
    expect(isInstalled(folder)).toBe(expected);
  });

  test('a package for another platform may be missing, any other may not', () => {
    write(copy, packages('1.0.0'), 100);
    const withMore = (entry: object) => ({
      packages: { ...packages('1.0.0').packages, 'node_modules/b': entry },
    });
    write(lock, withMore({ version: '1.0.0', optional: true }), 200);
    expect(isInstalled(folder)).toBe(true);
    write(lock, withMore({ version: '1.0.0' }), 200);
    expect(isInstalled(folder)).toBe(false);
  });
});

describe('fingerprint', () => {
  test('changes with content and with new files, not with tests', () => {
    write('src/a.ts', 'one', 100);
    const before = fingerprint(folder, ['src', 'absent']);
    write('src/a.test.ts', 'a test');
    expect(fingerprint(folder, ['src', 'absent'])).toBe(before);
    write('src/a.ts', 'two!', 100);
    const after = fingerprint(folder, ['src', 'absent']);
    expect(after).not.toBe(before);
    write('src/deep/b.ts', 'new');
    expect(fingerprint(folder, ['src', 'absent'])).not.toBe(after);
  });
});

test('requireNode refuses an old Node.js with both versions in its message', () => {
  expect(() => requireNode('18.19.0')).toThrow(/20 or newer; this is 18\.19\.0/);
  expect(() => requireNode('20.0.0')).not.toThrow();
  expect(() => requireNode('24.1.0')).not.toThrow();
});

describe('countStage', () => {
  const stage = (name: string) => {
    const found = testRounds.flat(2).find((candidate) => candidate.name === name);
    if (!found) throw new Error(`no stage ${name}`);
    return { ...found, ...(found.report ? { report: path.join(folder, 'report.json') } : {}) };
  };

  test('a stage without a report counts as one', () => {
    expect(countStage(stage('lint'), true)).toEqual({ passed: 1, failed: 0 });
    expect(countStage(stage('lint'), false)).toEqual({ passed: 0, failed: 1 });
  });

  test('a stage that has crashed without its report has failed', () => {
    expect(countStage(stage('unit'), true)).toEqual({ passed: 0, failed: 1 });
  });

  test('jest: tests one by one, a suite that does not run as one failure', () => {
    write('report.json', { numPassedTests: 7, numFailedTests: 2, numRuntimeErrorTestSuites: 1 });
    expect(countStage(stage('unit'), false)).toEqual({ passed: 7, failed: 3 });
  });

  test('Playwright: flaky tests pass, errors outside of tests fail', () => {
    write('report.json', {
      stats: { expected: 4, flaky: 1, unexpected: 1, skipped: 2 },
      errors: [{}],
    });
    expect(countStage(stage('e2e'), false)).toEqual({ passed: 5, failed: 2 });
  });

  test('a failed command with only passed tests in its report still fails', () => {
    write('report.json', { numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0 });
    expect(countStage(stage('unit'), false)).toEqual({ passed: 7, failed: 1 });
  });
});
