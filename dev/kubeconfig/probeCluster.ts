/**
 * Asks a cluster, before anything is served from it, whether it answers, whether it takes the
 * credentials, and which of the product's API groups it has.
 */
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { arrayAt, stringAt } from '../api-server/json';
import { ClusterProblem } from './ClusterProblem';
import { describeFailure } from './describeFailure';
import type { ClusterCredentials } from './loadCluster';
import { sendToCluster } from './sendToCluster';

export interface ClusterProbe {
  /** `v1.32.4` */
  readonly version: string;
  /** One sentence for each operator that is not installed. */
  readonly missing: readonly string[];
}

const PATIENCE_MS = 15_000;

/** What the product reads of each operator, by API group. */
const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['nmstate.io', 'NMState: policies and node states are unknown, and no bridge can be made'],
  ['k8s.cni.cncf.io', 'Multus: there are no network attachment definitions'],
  ['k8s.ovn.org', 'OVN-Kubernetes: there are no user-defined networks'],
  ['kubevirt.io', 'OpenShift Virtualization: there are no virtual machines'],
]);

async function getJson(cluster: ClusterCredentials, path: string): Promise<unknown> {
  const { server } = cluster;
  const headers = { accept: 'application/json' };
  const request = await sendToCluster(cluster, { method: 'GET', path, headers });
  request.setTimeout(PATIENCE_MS, () =>
    request.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })),
  );
  request.end();
  let status: number;
  let body: string;
  try {
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    status = response.statusCode ?? 0;
    body = await text(response);
  } catch (error) {
    throw new ClusterProblem(
      `The cluster ${server.origin} cannot be reached: ${describeFailure(error)}.`,
    );
  }
  if (status === 401) {
    throw new ClusterProblem(
      `${server.origin} does not accept the credentials of ${cluster.user} (401 Unauthorized): ` +
        'they are wrong or have expired. Log in again (oc login) and start anew.',
    );
  }
  const answer = parse(body);
  if (status !== 200 || answer === undefined) {
    const why = stringAt(answer, 'message') || `status ${status}`;
    throw new ClusterProblem(`${server.origin}${path} does not answer as an API server: ${why}.`);
  }
  return answer;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined; // not an API server, or one that is not well: the caller says so
  }
}

/**
 * @throws ClusterProblem when the cluster cannot be used at all; operators that are not installed
 *   are no error
 */
export async function probeCluster(cluster: ClusterCredentials): Promise<ClusterProbe> {
  const version = await getJson(cluster, '/version');
  const groups = arrayAt(await getJson(cluster, '/apis'), 'groups');
  const served = new Set(groups.map((group) => stringAt(group, 'name')));
  return {
    version: stringAt(version, 'gitVersion'),
    missing: [...OPERATORS]
      .filter(([group]) => !served.has(group))
      .map(([group, what]) => `The cluster does not serve ${group}. ${what}.`),
  };
}
