/** What tests of the operators share: a scenario behind the embedded API server, and waiting. */
import type { User } from '../api-server/access/user';
import type { KubeObject } from '../api-server/kubeObject';
import type { ApiServer } from '../api-server/startApiServer';
import { startApiServer } from '../api-server/startApiServer';
import { KubeClient } from './client';
import type { OperatorDelays } from './operatorDelays';
import type { RunningOperators } from './startOperators';
import { startOperators } from './startOperators';

export const FAST: OperatorDelays = {
  nodeApply: 5,
  nnsRefresh: 5,
  nadAccept: 5,
  cudn: 5,
  vmiStart: 5,
  hotplugGrace: 5,
  migration: 10,
};

export interface TestCluster {
  client: KubeClient;
  server: ApiServer;
  /** Complaints of the operators; a healthy test ends with none. */
  reports: string[];
  /** Every write since the start, as `TYPE Kind name`. */
  changes: string[];
  stop(): Promise<void>;
}

export async function startTestCluster(
  objects: readonly KubeObject[],
  delays: Partial<OperatorDelays> = {},
  without: readonly string[] = [],
  users: Readonly<Record<string, User>> = {},
): Promise<TestCluster> {
  const server = await startApiServer({ objects, without, users });
  const changes: string[] = [];
  server.store.subscribe('*', ({ type, stored }) => {
    changes.push(`${type} ${stored.object.kind} ${stored.object.metadata.name}`);
  });
  const reports: string[] = [];
  const operators: RunningOperators = await startOperators({
    url: server.url,
    delays: { ...FAST, ...delays },
    report: (message) => reports.push(message),
  });
  const controller = new AbortController();
  return {
    client: new KubeClient({ url: server.url, signal: controller.signal }),
    server,
    reports,
    changes,
    stop: async () => {
      await operators.stop();
      controller.abort();
      await server.close();
    },
  };
}

const PATIENCE_MS = 8_000;

/**
 * Asks until the answer is there.
 * @param check gives the answer, or undefined for "not yet"
 * @throws Error naming what was waited for
 */
export async function eventually<T>(
  what: string,
  check: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await check();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
