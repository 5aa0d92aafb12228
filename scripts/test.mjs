/**
 * `npm test`: everything that has to hold before a change lands, from a fresh clone on. Every stage runs,
 * also after one has failed; the last line sums up, and the exit status is 1 when anything failed. Where
 * stages run side by side, what each prints is shown when it has ended.
 *
 * `npm test -- lint unit` runs only the named stages.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { fingerprint } from './lib/fingerprint.mjs';
import { builds, markBuilt } from './lib/buildWhenStale.mjs';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { cacheFolder, Complaint, root, runScript } from './lib/project.mjs';
import { requireNode } from './lib/requireNode.mjs';
import { countStage, testRounds } from './lib/testStages.mjs';

function chooseRounds(names) {
  const known = testRounds.flat(2).map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Complaint(
      `There is no stage "${unknown.join('", "')}". Stages: ${known.join(', ')}.`,
    );
  }
  if (names.length === 0) return testRounds;
  const chosen = (lane) => lane.filter(({ name }) => names.includes(name));
  const isLeft = (list) => list.length > 0;
  return testRounds.map((lanes) => lanes.map(chosen).filter(isLeft)).filter(isLeft);
}

/** Prints as it comes, or keeps what is printed until `end`. */
function liveOutput() {
  return { stdio: 'inherit', write: (text) => void process.stdout.write(text), end: () => {} };
}

function keptOutput() {
  const chunks = [];
  return {
    stdio: 'pipe',
    write: (text) => void chunks.push(Buffer.from(text)),
    end: () => void process.stdout.write(Buffer.concat(chunks)),
  };
}

function runCommand({ command, args, env = {} }, output) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', output.stdio, output.stdio],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    child.stdout?.on('data', output.write);
    child.stderr?.on('data', output.write);
    child.on('error', reject);
    child.on('close', (status) => resolve(status === 0));
  });
}

/** All of a stage's commands, also after one has failed. */
async function runCommands(commands, output) {
  let haveAllSucceeded = true;
  for (const command of commands) {
    if (!(await runCommand(command, output))) haveAllSucceeded = false;
  }
  return haveAllSucceeded;
}

/** Stages that are also builds leave the note that spares later starts the same build. */
const buildsOfStage = {
  build: ['plugin'],
  host: Object.keys(builds).filter((name) => name.startsWith('host-')),
};

async function runStage(stage, output) {
  output.write(`\n=== ${stage.name} ===\n`);
  const started = Date.now();
  if (stage.report) fs.rmSync(stage.report, { force: true });
  const keys = (buildsOfStage[stage.name] ?? []).map((build) => [
    build,
    fingerprint(root, builds[build].inputs),
  ]);
  const hasSucceeded = await runCommands(stage.commands, output);
  if (hasSucceeded) for (const [build, key] of keys) markBuilt(build, key);
  const counted = countStage(stage, hasSucceeded);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  output.write(
    `--- ${stage.name}: ${counted.passed} passed, ${counted.failed} failed in ${seconds} s\n`,
  );
  output.end();
  return { name: stage.name, ...counted };
}

async function runLane(lane, makeOutput) {
  const results = [];
  for (const stage of lane) results.push(await runStage(stage, makeOutput()));
  return results;
}

async function runRound(lanes) {
  if (lanes.length === 1) return runLane(lanes[0], liveOutput);
  const names = lanes.map((lane) => lane.map(({ name }) => name).join(', '));
  process.stdout.write(`\nSide by side: ${names.join(' | ')}\n`);
  return (await Promise.all(lanes.map((lane) => runLane(lane, keptOutput)))).flat();
}

await runScript(async () => {
  requireNode();
  const rounds = chooseRounds(process.argv.slice(2));
  ensureInstalled();
  fs.mkdirSync(cacheFolder, { recursive: true });
  const results = [];
  for (const lanes of rounds) results.push(...(await runRound(lanes)));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  const failing = results.filter((result) => result.failed > 0).map(({ name }) => name);
  if (failed > 0) process.stdout.write(`\nFailed stages: ${failing.join(', ')}\n`);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
});
