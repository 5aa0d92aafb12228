/**
 * The operators against an API server of a kubeconfig. They speak plain HTTP to a URL, so a proxy on the
 * loopback interface adds the credentials; it answers nobody but them, by a token that only they know.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClusterProxy } from '../kubeconfig/ClusterProxy';
import type { ClusterCredentials } from '../kubeconfig/loadCluster';
import type { OperatorOptions, RunningOperators } from './startOperators';
import { startOperators } from './startOperators';

/** Resolves when every operator has seen the cluster; `stop` ends them and the proxy. */
export async function startRemoteOperators(
  cluster: ClusterCredentials,
  options: Omit<OperatorOptions, 'url' | 'token'> = {},
): Promise<RunningOperators> {
  const proxy = new ClusterProxy(cluster);
  const token = randomUUID();
  const server = createServer((request, response) => {
    if (request.headers.authorization === `Bearer ${token}`) void proxy.handle(request, response);
    else response.writeHead(401).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const operators = await startOperators({ ...options, url: `http://127.0.0.1:${port}`, token });
  return {
    stop: async () => {
      await operators.stop();
      server.close();
      server.closeAllConnections();
    },
  };
}
