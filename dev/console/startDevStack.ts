/**
 * A whole development cluster in one process: the embedded API server with a scenario's objects, the
 * operators that work on them, and the console in front. `npm start` and the end-to-end tests use it.
 */
import { startApiServer } from '../api-server/startApiServer';
import type { ApiServer } from '../api-server/startApiServer';
import { applyNodeFault } from '../faults/applyNodeFault';
import { parseNodeFault } from '../faults/nodeFault';
import { KubeClient } from '../operators/client';
import { startOperators } from '../operators/startOperators';
import type { OperatorDelays } from '../operators/operatorDelays';
import { loadScenario } from '../scenarios/scenarios';
import type { Scenario } from '../scenarios/scenario';
import { clusterAdministrator, startDevConsole } from './server';
import type { PluginServer } from './server/proxyPluginFile';

/** Operators that answer as soon as they can, for tests and for the impatient. */
export const fastDelays: OperatorDelays = {
  nodeApply: 30,
  nnsRefresh: 20,
  nadAccept: 20,
  cudn: 20,
  vmiStart: 20,
  hotplugGrace: 20,
  migration: 30,
};

export interface DevStackOptions {
  /** A scenario's name, or one made for the occasion. */
  readonly scenario: string | Scenario;
  /** The console to play, a key of `consoleLines`; the default one when left out. */
  readonly line?: string;
  /** Port of the console; 0 for any free one. */
  readonly port?: number;
  readonly host?: string;
  readonly delays?: Partial<OperatorDelays>;
  /** Serves the plugin's files instead of the console itself. */
  readonly pluginServer?: PluginServer;
}

export interface DevStack {
  /** The console. */
  readonly url: string;
  /** The API server itself, without the console's CSRF check. */
  readonly apiUrl: string;
  /** The server in this process, for its store and its faults. */
  readonly apiServer: ApiServer;
  readonly scenario: Scenario;
  close(): Promise<void>;
}

/**
 * Starts all three; what has started is stopped again when one of them fails.
 * @throws for an unknown scenario, a missing build, a taken port
 */
export async function startDevStack(options: DevStackOptions): Promise<DevStack> {
  const { port = 0, host = '127.0.0.1' } = options;
  const scenario =
    typeof options.scenario === 'string' ? await loadScenario(options.scenario) : options.scenario;
  const { objects, without = [], users = {} } = scenario;
  const started: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const stop of started.splice(0).reverse()) await stop();
  };
  const stopping = new AbortController();
  started.push(() => Promise.resolve(stopping.abort()));
  try {
    const apiServer = await startApiServer({
      objects,
      port: 0,
      without,
      users,
      admin: new Map([
        ['/__nodes', (body) => applyNodeFault(client(), parseNodeFault(body), stopping.signal)],
      ]),
    });
    const client = () => new KubeClient({ url: apiServer.url, signal: stopping.signal });
    started.push(() => apiServer.close());
    const operators = await startOperators({
      url: apiServer.url,
      delays: { ...scenario.delays, ...options.delays },
    });
    started.push(() => operators.stop());
    const devConsole = await startDevConsole({
      apiServer,
      port,
      host,
      ...(options.line === undefined ? {} : { line: options.line }),
      faults: 'offered',
      pluginServer: options.pluginServer,
      users: [
        clusterAdministrator,
        ...Object.entries(users).map(([token, { name }]) => ({ name, token })),
      ],
    });
    started.push(() => devConsole.close());
    return { url: devConsole.url, apiUrl: apiServer.url, apiServer, scenario, close };
  } catch (error) {
    await close();
    throw error;
  }
}
