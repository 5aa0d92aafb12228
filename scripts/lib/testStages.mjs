/**
 * The stages of `npm test`. Jest and Playwright count their tests one by one through their JSON reports;
 * any other stage counts as one test that passes or fails.
 *
 * They come in rounds: the lanes of a round run side by side, so that no core idles while the linter, which
 * uses one, reads the tree; what fills a small machine by itself has a round of its own.
 */
import fs from 'node:fs';
import path from 'node:path';
import { lineNames } from './consoleLines.mjs';
import { cacheFolder } from './project.mjs';

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ command: string, args: string[], env?: Record<string, string> }} Command */
/** @typedef {{ name: string, commands: Command[], report?: string, count?: (report: any) => Count }} Stage */

const jestReport = path.join(cacheFolder, 'jest-report.json');
const shipReport = path.join(cacheFolder, 'ship-report.json');
const playwrightReport = path.join(cacheFolder, 'playwright-report.json');

/** A suite that could not run has no tests to count: it counts as one failure. */
export function countJest({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

/** Flaky tests have passed in the end; errors outside of tests are failures. */
export function countPlaywright({ stats, errors = [] }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

/**
 * What a stage adds to the totals.
 * @param {Stage} stage
 * @param {boolean} hasSucceeded whether its commands ended with status 0
 * @returns {Count} never without a failure when the stage has failed or left no report
 */
export function countStage({ report, count }, hasSucceeded) {
  const whole = { passed: hasSucceeded ? 1 : 0, failed: hasSucceeded ? 0 : 1 };
  if (!report || !count) return whole;
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
  const counted = count(JSON.parse(fs.readFileSync(report, 'utf8')));
  if (hasSucceeded || counted.failed > 0) return counted;
  return { ...counted, failed: 1 };
}

const npx = (command, ...args) => ({ command: 'npx', args: ['--no-install', command, ...args] });
const npm = (...script) => ({ command: 'npm', args: ['run', '--silent', ...script] });

/** For what keeps the types of the whole project at hand: a young heap that is cleared a quarter as often. */
const withLargeYoungHeap = (command) => ({
  ...command,
  env: { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`.trim() },
});

/** @type {Stage} */
const lint = {
  name: 'lint',
  commands: [
    withLargeYoungHeap(npx('eslint', '.')),
    npx('stylelint', 'src/**/*.css', 'dev/**/*.css'),
  ],
};

/**
 * Not after the linter, but beside it: eslint alone takes as long as types, format and builds together.
 * @type {Stage}
 */
const format = {
  name: 'format',
  commands: [npx('prettier', '--check', '--log-level', 'warn', '.')],
};

/** @type {Stage} */
const types = { name: 'types', commands: [withLargeYoungHeap(npm('types'))] };

/** @type {Stage} */
const build = { name: 'build', commands: [npm('build')] };

/** @type {Stage} */
const host = {
  name: 'host',
  commands: lineNames.map((line) => npm('build:host', '--', '--env', `console=${line}`)),
};

/** @type {Stage} */
const unit = {
  name: 'unit',
  commands: [npx('jest', '--json', `--outputFile=${jestReport}`)],
  report: jestReport,
  count: countJest,
};

/** @type {Stage} */
const ship = {
  name: 'ship',
  commands: [
    npx('jest', '--config', 'shipping/jest.config.mjs', '--json', `--outputFile=${shipReport}`),
  ],
  report: shipReport,
  count: countJest,
};

/** @type {Stage} */
const e2e = {
  name: 'e2e',
  commands: [
    {
      ...npx(
        'playwright',
        'test',
        '--config',
        'integration-tests/playwright.config.ts',
        '--reporter=list,json',
      ),
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
    },
  ],
  report: playwrightReport,
  count: countPlaywright,
};

/** @type {readonly (readonly (readonly Stage[])[])[]} */
export const testRounds = [[[lint], [types, format, build, host]], [[unit]], [[ship]], [[e2e]]];
