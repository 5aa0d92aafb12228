/**
 * The operators against an API server of a kubeconfig. They speak plain HTTP to a URL, so a proxy on the
 * loopback interface adds the credentials.
 */
import type { ClusterCredentials } from '../kubeconfig/loadCluster';
import { startLoopbackProxy } from '../kubeconfig/startLoopbackProxy';
import type { OperatorOptions, RunningOperators } from './startOperators';
import { startOperators } from './startOperators';

/** Resolves when every operator has seen the cluster; `stop` ends them and the proxy. */
export async function startRemoteOperators(
  cluster: ClusterCredentials,
  options: Omit<OperatorOptions, 'url' | 'token'> = {},
): Promise<RunningOperators> {
  const proxy = await startLoopbackProxy(cluster);
  const operators = await startOperators({ ...options, url: proxy.url, token: proxy.token });
  return {
    stop: async () => {
      await operators.stop();
      proxy.close();
    },
  };
}
