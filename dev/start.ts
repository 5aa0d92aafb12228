/**
 * The second half of `npm start`, once dependencies are there: picks the scenario, has stale builds made,
 * starts the stack and stops it on Ctrl-C.
 */
import { listScenarios } from './scenarios/scenarios';
import { fastDelays, startDevStack } from './console/startDevStack';
import type { DevStack } from './console/startDevStack';

export interface StartOptions {
  readonly scenario?: string;
  readonly port: number;
  readonly host: string;
  readonly fast: boolean;
  readonly list: boolean;
}

/** What the launcher in plain JavaScript does for us. */
export interface Launcher {
  build(name: 'plugin' | 'host'): void;
  /** An error that is shown to the person without a stack trace. */
  complain(message: string): Error;
}

function printScenarios() {
  const scenarios = listScenarios();
  const width = Math.max(...scenarios.map(({ name }) => name.length));
  for (const { name, description } of scenarios) {
    process.stdout.write(`${name.padEnd(width)}  ${description}\n`);
  }
}

function chooseScenario(wanted: string | undefined, launcher: Launcher): string {
  const names = listScenarios().map(({ name }) => name);
  const chosen = wanted ?? names[0];
  if (chosen !== undefined && names.includes(chosen)) return chosen;
  throw launcher.complain(
    `There is no scenario "${chosen ?? ''}". Choose one of: ${names.join(', ')}.`,
  );
}

function isPortTaken(error: unknown) {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function stopOnSignal(stack: DevStack) {
  const stop = () => {
    process.stdout.write('\nStopping ...\n');
    // A second Ctrl-C ends the process at once.
    process.removeAllListeners('SIGINT');
    process.removeAllListeners('SIGTERM');
    stack.close().then(
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

/**
 * Starts the development console and returns when it serves.
 * @throws the launcher's complaint for an unknown scenario or a taken port
 */
export async function start(options: StartOptions, launcher: Launcher): Promise<void> {
  const { port, host } = options;
  if (options.list) {
    printScenarios();
    return;
  }
  const scenario = chooseScenario(options.scenario, launcher);
  launcher.build('plugin');
  launcher.build('host');
  try {
    const stack = await startDevStack({
      scenario,
      port,
      host,
      delays: options.fast ? fastDelays : {},
    });
    stopOnSignal(stack);
    process.stdout.write(
      `Scenario   ${stack.scenario.name}: ${stack.scenario.description}\n` +
        `Kubernetes ${stack.apiUrl} (kubectl --server ${stack.apiUrl})\n` +
        `Console    ${stack.url}/vm-networks\n` +
        'Ctrl-C stops it.\n',
    );
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    throw launcher.complain(
      `Port ${port} is taken: another console may be running. Stop it, or choose another with --port.`,
    );
  }
}
