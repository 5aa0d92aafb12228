/**
 * A context of a kubeconfig: where its cluster is and how to be its user there. Certificates, tokens,
 * token files, OIDC and credential plugins are read by @kubernetes/client-node, the project's own
 * client; this file says what is wrong with a kubeconfig in words, and holds on to verified TLS.
 */
import type { KubeConfig } from '@kubernetes/client-node';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { parse } from 'yaml';
import { arrayAt, stringAt } from '../api-server/json';
import { ClusterProblem } from './ClusterProblem';
import { describeFailure } from './describeFailure';

export interface ClusterCredentials {
  readonly context: string;
  readonly server: URL;
  /** The kubeconfig's name for the user. */
  readonly user: string;
  /** What is worth knowing before one works with it. */
  readonly warnings: readonly string[];
  /**
   * Options of a request to the cluster as this user, asked for anew for each: tokens are renewed.
   * @throws ClusterProblem when a credential plugin fails or a file is gone
   */
  requestOptions(): Promise<https.RequestOptions>;
}

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

async function readConfig(file: string): Promise<KubeConfig> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const { code } = error as { code?: string };
    const why = code === 'ENOENT' ? 'there is no such file' : describeFailure(error);
    throw new ClusterProblem(`${file} cannot be read: ${why}.`);
  });
  if (!/^\s*("?clusters"?\s*:|\{)/m.test(text)) {
    throw new ClusterProblem(`${file} is no kubeconfig: it lists no clusters.`);
  }
  // Loaded on demand: it is large, and a start without a kubeconfig does without it.
  const client = await import('@kubernetes/client-node');
  const config = new client.KubeConfig();
  try {
    config.loadFromFile(file);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
    throw new ClusterProblem(`${file} is no kubeconfig: ${why}.`);
  }
  addTokenFiles(config, text, file);
  return config;
}

/**
 * The library knows `token-file` and reads it once; kubectl writes `tokenFile`, which wins over `token`
 * and is read again as the token is renewed (client-go tools/clientcmd/api/v1). Its reader of files
 * does just that for users who are said to have it as their provider.
 */
function addTokenFiles(config: KubeConfig, text: string, file: string) {
  const files = new Map<string, string>();
  for (const entry of arrayAt(parse(text), 'users')) {
    const tokenFile = stringAt(entry, 'user', 'tokenFile');
    if (tokenFile !== '') files.set(stringAt(entry, 'name'), tokenFile);
  }
  config.users = config.users.map((user) => {
    const tokenFile = files.get(user.name);
    if (tokenFile === undefined) return user;
    const { token: _token, ...rest } = user;
    const absolute = path.resolve(path.dirname(file), tokenFile);
    return { ...rest, authProvider: { name: 'tokenFile', config: { tokenFile: absolute } } };
  });
}

function chooseContext(config: KubeConfig, file: string, wanted: string | undefined): string {
  const names = config.getContexts().map(({ name }) => name);
  const known = names.length === 0 ? 'It has none.' : `It has: ${names.join(', ')}.`;
  const chosen = wanted ?? config.getCurrentContext();
  if (!chosen) {
    throw new ClusterProblem(
      `${file} has no current context: choose one with --context NAME. ${known}`,
    );
  }
  if (!names.includes(chosen)) {
    throw new ClusterProblem(`${file} has no context "${chosen}". ${known}`);
  }
  return chosen;
}

function parseServer(text: string, context: string): URL {
  if (!URL.canParse(text)) {
    throw new ClusterProblem(`The server of context ${context}, "${text}", is no URL.`);
  }
  const server = new URL(text);
  if (server.protocol === 'https:') return server;
  if (server.protocol === 'http:' && loopback.has(server.hostname)) return server;
  throw new ClusterProblem(
    `The server of context ${context} is ${text}: credentials are sent over https only.`,
  );
}

/**
 * Reads the context from the file; sends nothing.
 * @param wanted name of the context; the file's current one when left out
 * @throws ClusterProblem that says what is missing and what there is
 */
export async function loadCluster(file: string, wanted?: string): Promise<ClusterCredentials> {
  const config = await readConfig(file);
  const context = chooseContext(config, file, wanted);
  config.setCurrentContext(context);
  const cluster = config.getCurrentCluster();
  if (!cluster) {
    throw new ClusterProblem(`${file} does not list the cluster that context ${context} names.`);
  }
  const user = config.getCurrentUser();
  if (!user) {
    throw new ClusterProblem(`${file} does not list the user that context ${context} names.`);
  }
  const server = parseServer(cluster.server, context);
  const isPlain = server.protocol === 'http:';
  const isUnverified = !isPlain && cluster.skipTLSVerify;
  const agents = new Map<string, http.Agent>();

  /** One agent per set of TLS options, so that connections are kept and used again. */
  const agentFor = (options: https.RequestOptions): http.Agent => {
    const { ca, cert, key, servername } = options;
    const id = JSON.stringify([ca, cert, key, servername]);
    const known = agents.get(id);
    if (known !== undefined) return known;
    const tls = { ca, cert, key, servername, rejectUnauthorized: !isUnverified };
    const agent = isPlain
      ? new http.Agent({ keepAlive: true })
      : new https.Agent({ keepAlive: true, ...tls });
    agents.set(id, agent);
    return agent;
  };

  return {
    context,
    server,
    user: user.name,
    warnings: isUnverified
      ? ['The kubeconfig says insecure-skip-tls-verify: the API server is not verified.']
      : [],
    requestOptions: async () => {
      const options: https.RequestOptions = {};
      try {
        // The library refuses http altogether unless told so; parseServer has looked at it already.
        if (isPlain) Object.assign(cluster, { skipTLSVerify: true });
        await config.applyToHTTPSOptions(options);
      } catch (error) {
        const why = describeFailure(error);
        throw new ClusterProblem(`The credentials of ${user.name} cannot be had: ${why}`);
      }
      const agent = cluster.proxyUrl ? options.agent : agentFor(options);
      return { ...options, agent, rejectUnauthorized: !isUnverified };
    },
  };
}
