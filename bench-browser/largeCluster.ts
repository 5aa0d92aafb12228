/**
 * The console with the plugin in front of a cluster of the design point, without operators: nothing
 * changes unless the benchmark changes it.
 */
import { startApiServer } from '../dev/api-server/startApiServer';
import { startDevConsole } from '../dev/console/server';
import { generateCluster } from '../dev/scenarios/generateCluster';

/** A VM instance, with what it reports of its NICs. */
export interface Instance {
  readonly namespace: string;
  readonly name: string;
  readonly interfaces: readonly object[];
}

export interface LargeCluster {
  readonly url: string;
  readonly apiUrl: string;
  readonly instances: readonly Instance[];
  close(): Promise<void>;
}

interface Named {
  readonly kind?: unknown;
  readonly metadata?: { readonly name?: unknown; readonly namespace?: unknown };
  readonly status?: { readonly interfaces?: readonly object[] };
}

/** 500 nodes, 10,000 VMs, 200 networks. */
const generate = () =>
  generateCluster({
    seed: 1,
    nodes: 500,
    nicsPerNode: 12,
    vms: 10_000,
    networks: 100,
    cudns: 100,
    nads: 1_000,
    namespaces: 200,
  });

export const startLargeCluster = async (): Promise<LargeCluster> => {
  const objects = generate();
  const apiServer = await startApiServer({ objects, port: 0 });
  const devConsole = await startDevConsole({ apiServer }).catch(async (error: unknown) => {
    // Else its port would keep the process alive behind the message.
    await apiServer.close();
    throw error;
  });
  const instances = (objects as readonly Named[]).flatMap(({ kind, metadata, status }) => {
    const { name, namespace } = metadata ?? {};
    const isInstance = kind === 'VirtualMachineInstance';
    return isInstance && typeof name === 'string' && typeof namespace === 'string'
      ? [{ namespace, name, interfaces: status?.interfaces ?? [] }]
      : [];
  });
  return {
    url: devConsole.url,
    apiUrl: apiServer.url,
    instances,
    close: async () => {
      await devConsole.close();
      await apiServer.close();
    },
  };
};
