/**
 * `npm start`: the development console with a simulated cluster, from a fresh clone on: installs, builds
 * what has changed, starts. Plain JavaScript without dependencies, because it runs before any are there.
 */
import { parseArgs } from 'node:util';
import { buildWhenStale } from './lib/buildWhenStale.mjs';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { Complaint, runScript } from './lib/project.mjs';
import { requireNode } from './lib/requireNode.mjs';

const usage = `Usage: npm start -- [--scenario NAME] [--port N] [--host ADDRESS] [--fast] [--list]

  --scenario NAME  the cluster to start with (default: the first of --list)
  --port N         port of the console (default 9000)
  --host ADDRESS   address to listen on (default 127.0.0.1, this machine only)
  --fast           operators answer at once instead of after seconds
  --list           print the scenarios and end`;

function parsePort(text) {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new Complaint(`--port ${text} is no port: give a number from 0 to 65535.\n\n${usage}`);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        scenario: { type: 'string' },
        port: { type: 'string', default: '9000' },
        host: { type: 'string', default: '127.0.0.1' },
        fast: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return { ...values, port: parsePort(values.port) };
  } catch (error) {
    if (error instanceof Complaint) throw error;
    throw new Complaint(`${error.message}\n\n${usage}`);
  }
}

await runScript(async () => {
  requireNode();
  const options = readArguments();
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  ensureInstalled();
  const { tsImport } = await import('tsx/esm/api');
  const { start } = await tsImport('../dev/start.ts', import.meta.url);
  await start(options, { build: buildWhenStale, complain: (text) => new Complaint(text) });
});
