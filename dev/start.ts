/**
 * The second half of `npm start`, once dependencies are there: finds out which cluster is meant (a
 * scenario, a dump, one of a kubeconfig), has stale builds made, starts the console in front of it and
 * stops everything on Ctrl-C.
 */
import { fastDelays, startDevStack } from './console/startDevStack';
import { startClusterConsole } from './console/startClusterConsole';
import { startDumpConsole } from './console/startDumpConsole';
import { readDump } from './dump/readDump';
import { ClusterProblem } from './kubeconfig/ClusterProblem';
import { loadCluster } from './kubeconfig/loadCluster';
import { probeCluster } from './kubeconfig/probeCluster';
import { generatedScenario } from './scenarios/generatedScenario';
import type { Scenario } from './scenarios/scenario';
import { listScenarios, loadScenario } from './scenarios/scenarios';

export interface StartOptions {
  readonly scenario?: string;
  /** Files and folders of a dump; then there is no scenario. */
  readonly dump?: readonly string[];
  readonly kubeconfig?: string;
  readonly context?: string;
  /** Size of the generated scenario. */
  readonly nodes?: number;
  readonly vms?: number;
  /** The console to play, a key of `consoleLines`. */
  readonly console: string;
  readonly port: number;
  readonly host: string;
  readonly fast: boolean;
  readonly list: boolean;
}

/** What the launcher in plain JavaScript does for us. */
export interface Launcher {
  build(name: string): void;
  /** An error that is shown to the person without a stack trace. */
  complain(message: string): Error;
}

interface Running {
  readonly url: string;
  /** Lines about the cluster, printed above the console's address. */
  readonly lines: readonly string[];
  readonly close: () => Promise<void>;
}

/** More notes on a dump than this say no more than their number. */
const MAX_NOTES = 20;

function printScenarios() {
  const scenarios = listScenarios();
  const width = Math.max(...scenarios.map(({ name }) => name.length));
  for (const { name, description } of scenarios) {
    process.stdout.write(`${name.padEnd(width)}  ${description}\n`);
  }
}

function isPortTaken(error: unknown) {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function stopOnSignal(running: Running) {
  const stop = () => {
    process.stdout.write('\nStopping ...\n');
    // A second Ctrl-C ends the process at once.
    process.removeAllListeners('SIGINT');
    process.removeAllListeners('SIGTERM');
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error('Stopping failed:', error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function chooseScenario({ scenario, nodes, vms }: StartOptions, launcher: Launcher) {
  const isSized = nodes !== undefined || vms !== undefined;
  if (isSized && (scenario ?? generatedScenario.name) !== generatedScenario.name) {
    throw launcher.complain('--nodes and --vms go with --scenario generated only.');
  }
  const names = listScenarios().map(({ name }) => name);
  const chosen = isSized ? generatedScenario.name : (scenario ?? names[0]);
  if (chosen !== undefined && names.includes(chosen)) return chosen;
  throw launcher.complain(
    `There is no scenario "${chosen ?? ''}". Choose one of: ${names.join(', ')}.`,
  );
}

async function startScenario(
  name: string,
  { port, host, fast, nodes, vms, console: line }: StartOptions,
): Promise<Running> {
  const size = { ...(nodes === undefined ? {} : { nodes }), ...(vms === undefined ? {} : { vms }) };
  const scenario: Scenario = await loadScenario(name, size);
  const delays = fast ? fastDelays : {};
  const stack = await startDevStack({ scenario, line, port, host, delays });
  return {
    url: stack.url,
    close: () => stack.close(),
    lines: [
      `Scenario   ${scenario.name}: ${scenario.description}`,
      `Kubernetes ${stack.apiUrl} (kubectl --server ${stack.apiUrl})`,
    ],
  };
}

/** Reads the dump, and tells what is wrong with it before anything is built. */
function readDumpOrComplain(paths: readonly string[], launcher: Launcher) {
  const dump = readDump(paths);
  for (const note of dump.notes.slice(0, MAX_NOTES)) process.stderr.write(`dump: ${note}\n`);
  const more = dump.notes.length - MAX_NOTES;
  if (more > 0) process.stderr.write(`dump: and ${more} more notes\n`);
  if (dump.files === 0) {
    throw launcher.complain(
      `Nothing could be read from ${paths.join(', ')}: name YAML or JSON of a cluster, or a must-gather.`,
    );
  }
  if (dump.kinds.size === 0) {
    throw launcher.complain(
      `There is no object of a kind that matters here in ${paths.join(', ')}.\n` +
        'Make a dump with: oc get nns,nncp,nnce,net-attach-def,vm,vmi,nodes -A -o yaml > dump.yaml',
    );
  }
  return dump;
}

async function prepare(options: StartOptions, launcher: Launcher): Promise<() => Promise<Running>> {
  const { dump: paths, kubeconfig, context, port, host, console: line } = options;
  if (paths !== undefined) {
    const dump = readDumpOrComplain(paths, launcher);
    return async () => {
      const running = await startDumpConsole(dump, { port, host, line });
      const { url, apiUrl } = running;
      const lines = [
        `Dump       ${dump.objects.length} objects of ${dump.kinds.size} kinds, read only`,
        `Kubernetes ${apiUrl} (kubectl --server ${apiUrl})`,
      ];
      return { url, lines, close: () => running.close() };
    };
  }
  if (kubeconfig !== undefined) {
    const cluster = await loadCluster(kubeconfig, context);
    const { version, missing } = await probeCluster(cluster);
    return async () => {
      const running = await startClusterConsole(cluster, { port, line });
      const lines = [
        `Cluster    ${cluster.server.origin} (${version}), context ${cluster.context}, as ${cluster.user}`,
        ...[...cluster.warnings, ...missing].map((text) => `Note       ${text}`),
      ];
      return { url: running.url, lines, close: () => running.close() };
    };
  }
  const scenario = chooseScenario(options, launcher);
  return () => startScenario(scenario, options);
}

/**
 * Starts the development console and returns when it serves.
 * @throws the launcher's complaint for an unknown scenario, an unusable dump or cluster, a taken port
 */
export async function start(options: StartOptions, launcher: Launcher): Promise<void> {
  if (options.list) {
    printScenarios();
    return;
  }
  try {
    const run = await prepare(options, launcher);
    launcher.build('plugin');
    launcher.build(`host-${options.console}`);
    const running = await run();
    stopOnSignal(running);
    const lines = [
      ...running.lines,
      `Console    ${running.url}/vm-networks (plays ${options.console})`,
      'Ctrl-C stops it.',
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  } catch (error) {
    if (error instanceof ClusterProblem) throw launcher.complain(error.message);
    if (!isPortTaken(error)) throw error;
    throw launcher.complain(
      `Port ${options.port} is taken: another console may be running. Stop it, or choose another with --port.`,
    );
  }
}
