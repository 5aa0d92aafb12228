/**
 * Runs what NMState, OVN-Kubernetes, Multus and KubeVirt do for VM networks, as ordinary API clients
 * of one Kubernetes API server: they list, watch and write over HTTP like anybody else.
 */
import { KubeClient } from './client';
import { startInstanceOperator } from './kubevirt/instanceOperator';
import { startMachineOperator } from './kubevirt/machineOperator';
import { startMigrationOperator } from './kubevirt/migrationOperator';
import { startBridgeMarker } from './nmstate/bridgeMarker';
import { startNmstateOperator } from './nmstate/nmstateOperator';
import type { OperatorContext } from './operatorContext';
import { createInformers } from './operatorContext';
import type { OperatorDelays } from './operatorDelays';
import { DEFAULT_DELAYS } from './operatorDelays';
import { startNadOperator } from './ovn/nadOperator';
import { startUserDefinedNetworkOperator } from './ovn/userDefinedNetworkOperator';
import { startPlumbingOperator } from './plumbingOperator';

export interface OperatorOptions {
  /** Root of the API server, such as `http://127.0.0.1:8080`. */
  url: string;
  token?: string;
  delays?: Partial<OperatorDelays>;
  /** Hears of failed work that will be tried again; standard error by default. */
  report?: (message: string) => void;
}

export interface RunningOperators {
  /** Ends every watch and waits for the work under way. */
  stop(): Promise<void>;
}

const OPERATORS = [
  startNmstateOperator,
  startBridgeMarker,
  startNadOperator,
  startUserDefinedNetworkOperator,
  startPlumbingOperator,
  startMachineOperator,
  startInstanceOperator,
  startMigrationOperator,
] as const;

/** Resolves when every operator has seen the cluster as it is. */
export async function startOperators(options: OperatorOptions): Promise<RunningOperators> {
  const { url, token, delays = {} } = options;
  const report = options.report ?? ((message) => process.stderr.write(`operators: ${message}\n`));
  const controller = new AbortController();
  const client = new KubeClient({
    url,
    ...(token === undefined ? {} : { token }),
    signal: controller.signal,
  });
  const informers = createInformers(client, report);
  const context: OperatorContext = {
    client,
    informers,
    delays: { ...DEFAULT_DELAYS, ...delays },
    report,
    background: new Set(),
  };
  const queues = OPERATORS.map((start) => start(context));
  const loops: Promise<void>[] = [];
  await Promise.all(
    Object.values(informers).map((informer) => informer.start((loop) => loops.push(loop))),
  );
  for (const queue of queues) queue.start();
  return {
    stop: async () => {
      controller.abort(new Error('the operators are stopping'));
      await Promise.allSettled(loops);
      await Promise.allSettled(queues.map((queue) => queue.drain()));
      await Promise.allSettled([...context.background]);
    },
  };
}
