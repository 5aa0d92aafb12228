/**
 * What an end-to-end test runs against: a console and the API of the cluster behind it, whichever the
 * environment names.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DevStack, DevStackOptions } from '../dev/console/startDevStack';
import { fastDelays, startDevStack } from '../dev/console/startDevStack';
import { startClusterConsole } from '../dev/console/startClusterConsole';
import { loadCluster } from '../dev/kubeconfig/loadCluster';
import { startLoopbackProxy } from '../dev/kubeconfig/startLoopbackProxy';
import {
  base64,
  makeAuthority,
  startTlsCluster,
  writeKubeconfig,
} from '../dev/kubeconfig/testing/tlsCluster';
import { startRemoteOperators } from '../dev/operators/startRemoteOperators';
import { loadScenario } from '../dev/scenarios/scenarios';
import { Cluster } from './cluster';
import type { ClusterEnvironment, Environment } from './environment';

export interface Target {
  /** The console. */
  readonly url: string;
  readonly cluster: Cluster;
  /** The embedded cluster with all that only it has: its store, its faults. */
  readonly stack?: DevStack;
  close(): Promise<void>;
}

/** @throws when the cluster cannot be used, with what is wrong */
export const startTarget = (
  environment: Environment,
  options: DevStackOptions,
): Promise<Target> => {
  switch (environment.kind) {
    case 'embedded':
      return startEmbedded(options);
    case 'stand-in':
      return startStandIn(options);
    case 'cluster':
      return startOnCluster(environment, options);
  }
};

const startEmbedded = async (options: DevStackOptions): Promise<Target> => {
  const stack = await startDevStack(options);
  return {
    url: stack.url,
    cluster: new Cluster(stack.apiUrl),
    stack,
    close: () => stack.close(),
  };
};

const startOnCluster = async (
  { kubeconfig, context, consoleUrl }: ClusterEnvironment,
  { line }: DevStackOptions,
): Promise<Target> => {
  const credentials = await loadCluster(kubeconfig, context);
  const proxy = await startLoopbackProxy(credentials);
  const cluster = new Cluster(proxy.url, proxy.token);
  if (consoleUrl !== undefined) {
    return { url: consoleUrl, cluster, close: () => Promise.resolve(proxy.close()) };
  }
  const place = { port: 0, ...(line === undefined ? {} : { line }) };
  const console = await startClusterConsole(credentials, place);
  return {
    url: console.url,
    cluster,
    close: async () => {
      await console.close();
      proxy.close();
    },
  };
};

const startStandIn = async (options: DevStackOptions): Promise<Target> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'vm-networks-e2e-'));
  const { scenario } = options;
  const { objects } = typeof scenario === 'string' ? await loadScenario(scenario) : scenario;
  const users = { 'token-of-ann': { name: 'ann', groups: ['system:masters'] } };
  const authority = await makeAuthority();
  const served = await startTlsCluster({ objects, users }, { authority });
  const server = { server: served.url, 'certificate-authority-data': base64(authority.cert) };
  const kubeconfig = writeKubeconfig(folder, server, { token: 'token-of-ann' });
  const operators = await startRemoteOperators(await loadCluster(kubeconfig), {
    delays: { ...fastDelays, ...options.delays },
  });
  const target = await startOnCluster({ kind: 'cluster', kubeconfig }, options);
  return {
    ...target,
    close: async () => {
      await target.close();
      await operators.stop();
      await served.close();
      await rm(folder, { recursive: true });
    },
  };
};
