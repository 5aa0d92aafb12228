/**
 * A cluster of a kubeconfig under a plain URL, for programs in this process that speak plain HTTP. It
 * listens on the loopback interface and answers nobody but them, by a token that only they know.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClusterProxy } from './ClusterProxy';
import type { ClusterCredentials } from './loadCluster';

export interface LoopbackProxy {
  readonly url: string;
  /** Bearer token that every request has to carry. */
  readonly token: string;
  close(): void;
}

/** Starts one on a free port. */
export async function startLoopbackProxy(cluster: ClusterCredentials): Promise<LoopbackProxy> {
  const proxy = new ClusterProxy(cluster);
  const token = randomUUID();
  const server = createServer((request, response) => {
    if (request.headers.authorization === `Bearer ${token}`) void proxy.handle(request, response);
    else response.writeHead(401).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
