/** The server's side of the load: the cluster of the design point, changed at a given pace on request. */
import type { KubeObject } from '../api-server/kubeObject';
import { startApiServer } from '../api-server/startApiServer';
import type { ApiServer } from '../api-server/startApiServer';
import { generateCluster } from '../scenarios/generateCluster';
import { cpuSeconds } from './cpuSeconds';

export type ToServer =
  | { readonly type: 'start' }
  | { readonly type: 'change'; readonly count: number; readonly perSecond: number }
  | { readonly type: 'usage' };

export interface FromServer {
  readonly url?: string;
  /** Resident memory in megabytes. */
  readonly memory?: number;
  /** Processor time so far, in seconds. */
  readonly cpu?: number;
}

const MEGABYTE = 1_000_000;
const TICK_MS = 10;

const DESIGN_POINT = {
  seed: 1,
  nodes: 500,
  nicsPerNode: 30,
  vms: 10_000,
  networks: 400,
  cudns: 200,
  nads: 1000,
  namespaces: 200,
};

/** Changes one VM after the other, as many a second as asked for, whatever the timers do. */
function change(server: ApiServer, count: number, perSecond: number): Promise<void> {
  const kind = server.kinds.require('virtualmachines.kubevirt.io');
  const begun = performance.now();
  let done = 0;
  return new Promise((resolve) => {
    const tick = setInterval(() => {
      const due = Math.min(count, ((performance.now() - begun) / 1000) * perSecond);
      const machines = server.store.list(kind);
      for (; done < due; done += 1) {
        const key = machines[done % machines.length]?.object.metadata;
        const stored = key && server.store.get(kind, key.namespace, key.name);
        if (!stored) continue;
        const next: KubeObject = { ...stored.object, metadata: { ...stored.object.metadata } };
        next.metadata.annotations = { ...next.metadata.annotations, changed: String(done) };
        server.store.replace(kind, stored, next);
      }
      if (done < count) return;
      clearInterval(tick);
      resolve();
    }, TICK_MS);
  });
}

/** Answers the messages of the process that started this one. */
export function serveLoad(): void {
  let server: ApiServer | undefined;
  const answer = async (message: ToServer): Promise<FromServer> => {
    switch (message.type) {
      case 'start':
        server = await startApiServer({ objects: generateCluster(DESIGN_POINT) });
        return { url: server.url };
      case 'change':
        if (server) await change(server, message.count, message.perSecond);
        return {};
      case 'usage':
        return { memory: process.memoryUsage().rss / MEGABYTE, cpu: cpuSeconds() };
    }
  };
  process.on('message', (message: ToServer) => {
    void answer(message).then((reply) => process.send?.(reply));
  });
}
