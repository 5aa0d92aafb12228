/** Opens a request to the cluster with the credentials of its kubeconfig. */
import type { ClientRequest, OutgoingHttpHeaders } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { ClusterCredentials } from './loadCluster';

export interface ClusterRequest {
  readonly method: string;
  /** Path and query, without the server's own path. */
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
}

/**
 * The request with its headers set and nothing sent: the caller writes the body and ends it.
 * @throws ClusterProblem when there are no credentials to be had
 */
export async function sendToCluster(
  cluster: ClusterCredentials,
  { method, path, headers }: ClusterRequest,
): Promise<ClientRequest> {
  const options = await cluster.requestOptions();
  const { server } = cluster;
  const base = server.pathname.replace(/\/$/, '');
  const own = options.headers as OutgoingHttpHeaders | undefined;
  const { request } = server.protocol === 'http:' ? http : https;
  return request({
    ...options,
    host: server.hostname.replace(/^\[|\]$/g, ''),
    port: server.port || (server.protocol === 'http:' ? 80 : 443),
    method,
    path: `${base}${path}`,
    headers: { ...headers, ...own, host: server.host },
  });
}
