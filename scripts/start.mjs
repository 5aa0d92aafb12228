/**
 * `npm start`: the development console with a simulated cluster, from a fresh clone on: installs, builds
 * what has changed, starts. Plain JavaScript without dependencies, because it runs before any are there.
 */
import { parseArgs } from 'node:util';
import { buildWhenStale } from './lib/buildWhenStale.mjs';
import { defaultLine, lineNames } from './lib/consoleLines.mjs';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { Complaint, runScript } from './lib/project.mjs';
import { requireNode } from './lib/requireNode.mjs';

const usage = `Usage: npm start -- [--scenario NAME | --dump PATH... | --kubeconfig FILE] [options]

Which cluster:
  --scenario NAME    one of the embedded ones (default: the first of --list)
  --nodes N, --vms N size of the scenario "generated"
  --fast             operators answer at once instead of after seconds
  --list             print the scenarios and end
  --dump PATH...     YAML or JSON files, folders or a must-gather, as a read-only cluster
  --kubeconfig FILE  a real cluster, with your rights there
  --context NAME     of the kubeconfig (default: its current one)

The console:
  --console LINE     which to play: ${lineNames.join(', ')} (default ${defaultLine})
  --port N           port (default 9000)
  --host ADDRESS     address to listen on (default 127.0.0.1, this machine only)`;

function parsePort(text) {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new Complaint(`--port ${text} is no port: give a number from 0 to 65535.\n\n${usage}`);
}

/** A size of the generated cluster. */
function parseSize(name, text, max) {
  if (text === undefined) return {};
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= max) return { [name]: value };
  throw new Complaint(`--${name} ${text}: give a number from 1 to ${max}.\n\n${usage}`);
}

function refuseMixture(values, paths) {
  const clusters = ['scenario', 'dump', 'kubeconfig'].filter((name) => values[name] !== undefined);
  if (clusters.length > 1) {
    throw new Complaint(`Choose one of --${clusters.join(' and --')}.\n\n${usage}`);
  }
  if (paths.length > 0 && values.dump === undefined) {
    throw new Complaint(`What is "${paths[0]}"? A dump is named by --dump.\n\n${usage}`);
  }
  if (values.context !== undefined && values.kubeconfig === undefined) {
    throw new Complaint(`--context goes with --kubeconfig.\n\n${usage}`);
  }
  if (values.kubeconfig !== undefined && values.host !== undefined) {
    throw new Complaint(
      'With --kubeconfig the console listens on 127.0.0.1 only: whoever reaches it has your rights.',
    );
  }
  if (values.nodes !== undefined || values.vms !== undefined) {
    if (values.dump ?? values.kubeconfig) {
      throw new Complaint(`--nodes and --vms go with --scenario generated.\n\n${usage}`);
    }
  }
}

function parseLine(line) {
  if (lineNames.includes(line)) return line;
  const known = lineNames.join(', ');
  throw new Complaint(`There is no console ${line} to play; choose one of ${known}.\n\n${usage}`);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        scenario: { type: 'string' },
        dump: { type: 'string', multiple: true },
        kubeconfig: { type: 'string' },
        context: { type: 'string' },
        nodes: { type: 'string' },
        vms: { type: 'string' },
        console: { type: 'string', default: defaultLine },
        port: { type: 'string', default: '9000' },
        host: { type: 'string' },
        fast: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { nodes, vms, ...rest } = values;
    refuseMixture(values, positionals);
    return {
      ...rest,
      ...parseSize('nodes', nodes, 1000),
      ...parseSize('vms', vms, 50_000),
      host: values.host ?? '127.0.0.1',
      port: parsePort(values.port),
      console: parseLine(values.console),
      // A shell has spread a pattern: every path after --dump belongs to the dump.
      ...(values.dump === undefined ? {} : { dump: [...values.dump, ...positionals] }),
    };
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
