/**
 * `npm test`: everything that has to hold before a change lands, from a fresh clone on. Every stage runs,
 * also after one has failed; the last line sums up, and the exit status is 1 when anything failed.
 *
 * `npm test -- lint unit` runs only the named stages.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { fingerprint } from './lib/fingerprint.mjs';
import { builds, markBuilt } from './lib/buildWhenStale.mjs';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { cacheFolder, Complaint, root, runScript } from './lib/project.mjs';
import { requireNode } from './lib/requireNode.mjs';
import { countStage, testStages } from './lib/testStages.mjs';

function chooseStages(names) {
  const known = testStages.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Complaint(
      `There is no stage "${unknown.join('", "')}". Stages: ${known.join(', ')}.`,
    );
  }
  return names.length === 0 ? testStages : testStages.filter(({ name }) => names.includes(name));
}

function runCommand({ command, args, env = {} }) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** Stages that are also builds leave the note that spares later starts the same build. */
const buildsOfStage = {
  build: ['plugin'],
  host: Object.keys(builds).filter((name) => name.startsWith('host-')),
};

function runStage(stage) {
  process.stdout.write(`\n=== ${stage.name} ===\n`);
  const started = Date.now();
  if (stage.report) fs.rmSync(stage.report, { force: true });
  const keys = (buildsOfStage[stage.name] ?? []).map((build) => [
    build,
    fingerprint(root, builds[build].inputs),
  ]);
  const hasSucceeded = stage.commands.map(runCommand).every(Boolean);
  if (hasSucceeded) for (const [build, key] of keys) markBuilt(build, key);
  const counted = countStage(stage, hasSucceeded);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `--- ${stage.name}: ${counted.passed} passed, ${counted.failed} failed in ${seconds} s\n`,
  );
  return { name: stage.name, ...counted };
}

await runScript(() => {
  requireNode();
  const stages = chooseStages(process.argv.slice(2));
  ensureInstalled();
  fs.mkdirSync(cacheFolder, { recursive: true });
  const results = stages.map(runStage);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  const failing = results.filter((result) => result.failed > 0).map(({ name }) => name);
  if (failed > 0) process.stdout.write(`\nFailed stages: ${failing.join(', ')}\n`);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
});
