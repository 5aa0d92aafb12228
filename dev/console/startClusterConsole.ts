/** The development console on a real cluster, through a proxy with the credentials of a kubeconfig. */
import { ClusterProxy } from '../kubeconfig/ClusterProxy';
import type { ClusterCredentials } from '../kubeconfig/loadCluster';
import { startDevConsole } from './server';

export interface ClusterConsole {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1 and nowhere else: whoever reaches the console acts with the user's rights.
 * @throws when a build is missing or the port is taken (`EADDRINUSE`)
 */
export async function startClusterConsole(
  cluster: ClusterCredentials,
  place: { readonly port: number; readonly line?: string },
): Promise<ClusterConsole> {
  const proxy = new ClusterProxy(cluster);
  const devConsole = await startDevConsole({
    apiServer: {
      handle: (request, response) => proxy.handle(request, response),
      handleUpgrade: (request, socket, head) => proxy.handleUpgrade(request, socket, head),
    },
    ...place,
    users: [{ name: cluster.user }],
    notice: {
      title: `Your cluster ${cluster.server.host}, context ${cluster.context}.`,
      sentences: ['What you apply here is applied there.', ...cluster.warnings],
    },
  });
  return {
    url: devConsole.url,
    close: async () => {
      proxy.close();
      await devConsole.close();
    },
  };
}
