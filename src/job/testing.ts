/**
 * A job against the embedded cluster with its operators, over HTTP: what the browser does, without
 * the browser. The graph is rebuilt from fresh lists, so that a job sees what the API server holds.
 */
import { startTestCluster } from '../../dev/operators/operators.testkit';
import { loadScenario } from '../../dev/scenarios/scenarios';
import { asArray, recordOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import { MODELS } from '../cluster/models';
import { completeSnapshot } from '../cluster/snapshotOf';
import { buildGraph } from '../network/buildGraph';
import type { NetworkGraph } from '../network/networkGraph';
import type { ObjectRef } from '../plan/model';
import type { Api } from './api';
import type { ListConfigMaps } from './jobDirectory';
import { LiveGraph } from './testing/liveGraph';

const WATCHED = [
  MODELS.nodes,
  MODELS.namespaces,
  MODELS.policies,
  MODELS.enactments,
  MODELS.nodeStates,
  MODELS.nads,
  MODELS.cudns,
  MODELS.udns,
  MODELS.vms,
  MODELS.vmis,
];

const PLURALS = new Map([
  ...Object.values(MODELS).map((model): [string, string] => [model.kind, model.plural]),
  ['ConfigMap', 'configmaps'],
]);

const root = (apiVersion: string): string =>
  apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;

const collection = (apiVersion: unknown, kind: unknown, namespace: unknown): string => {
  const scope = typeof namespace === 'string' && namespace !== '' ? `/namespaces/${namespace}` : '';
  return `${root(String(apiVersion))}${scope}/${PLURALS.get(String(kind)) ?? ''}`;
};

export const pathOf = (ref: ObjectRef): string =>
  `${collection(ref.apiVersion, ref.kind, ref.namespace)}/${ref.name}`;

/** Where requests go, and as whom: the cluster's administrator without a token. */
export interface Access {
  readonly url: string;
  readonly token?: string;
}

const send = async (
  { url, token }: Access,
  path: string,
  method: string,
  body?: unknown,
  type = 'application/json',
): Promise<KubeObject> => {
  const answer = await fetch(url + path, {
    method,
    headers: {
      'Content-Type': type,
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const value = (await answer.json()) as KubeObject;
  if (answer.ok) return value;
  throw Object.assign(new Error(String(value.message)), {
    status: answer.status,
    reason: value.reason,
  });
};

const dry = ({ dryRun }: { readonly dryRun: boolean }): string => (dryRun ? '?dryRun=All' : '');

/** A job that does not wait before it asks an overloaded server again. */
export const noPause = (): Promise<void> => Promise.resolve();

export const httpApi = (access: Access): Api => ({
  get: (ref) => send(access, pathOf(ref), 'GET'),
  create: (body, options) =>
    send(
      access,
      collection(body.apiVersion, body.kind, body.metadata?.namespace) + dry(options),
      'POST',
      body,
    ),
  patch: (ref, operations, options) =>
    send(access, pathOf(ref) + dry(options), 'PATCH', operations, 'application/json-patch+json'),
  remove: async (ref, uid, options) => {
    await send(access, pathOf(ref) + dry(options ?? { dryRun: false }), 'DELETE', {
      preconditions: { uid },
    });
  },
});

export const httpConfigMaps =
  (access: Access): ListConfigMaps =>
  async (namespace, labelSelector) => {
    const path = `${collection('v1', 'ConfigMap', namespace)}?labelSelector=${encodeURIComponent(labelSelector)}`;
    return asArray((await send(access, path, 'GET')).items).map(recordOf);
  };

export const readGraph = async (url: string): Promise<NetworkGraph> => {
  const lists = await Promise.all(
    WATCHED.map((model) => {
      const apiVersion =
        model.apiGroup === '' ? model.version : `${model.apiGroup}/${model.version}`;
      return send({ url }, `${root(apiVersion)}/${model.plural}`, 'GET');
    }),
  );
  return buildGraph(completeSnapshot(lists));
};

export interface LiveCluster {
  readonly url: string;
  readonly api: Api;
  readonly source: LiveGraph;
  /** All objects of the kinds a job may change, without what the server counts up by itself. */
  state(): Promise<unknown>;
  fault(rule: object): Promise<unknown>;
  /** From now on the handler of a node fails every policy, or works again. */
  handler(node: string, isNow: 'failing' | 'working'): Promise<unknown>;
  stop(): Promise<void>;
}

const FAIL_APPLY = '/metadata/annotations/vm-networks.dev~1fail-apply';

/** A scenario, live; the article's cluster unless said otherwise. */
export const startLiveCluster = async (scenario = 'dual-nic'): Promise<LiveCluster> => {
  const { objects } = await loadScenario(scenario);
  const cluster = await startTestCluster(objects);
  const { url } = cluster.server;
  const source = new LiveGraph(cluster.server, await readGraph(url));
  const api = httpApi({ url });
  return {
    url,
    api,
    source,
    state: async () => comparable(await readGraph(url)),
    handler: (name, isNow) =>
      api.patch(
        { apiVersion: 'v1', kind: 'Node', namespace: '', name },
        isNow === 'failing'
          ? [{ op: 'add', path: FAIL_APPLY, value: 'NmstateError: told to' }]
          : [{ op: 'remove', path: FAIL_APPLY }],
        { dryRun: false },
      ),
    fault: (rule) => send({ url }, '/__faults', 'POST', rule),
    stop: async () => {
      source.stop();
      await cluster.stop();
    },
  };
};

/** What a person would compare before and after: policies, NADs, VM specs, node networks. */
const comparable = ({ snapshot }: NetworkGraph): unknown => ({
  policies: [...snapshot.policies.items.keys()].sort(),
  enactments: [...snapshot.enactments.items.keys()].sort(),
  cudns: [...snapshot.cudns.items.keys()].sort(),
  udns: [...snapshot.udns.items.keys()].sort(),
  labels: [...snapshot.namespaces.items].map(([key, { meta }]) => [key, meta.labels]).sort(),
  nads: [...snapshot.nads.items].map(([key, nad]) => [key, nad.rawConfig]).sort(),
  vms: [...snapshot.vms.items].map(([key, vm]) => [key, vm.networking]).sort(),
  nodes: [...snapshot.nodeStates.items].map(([key, node]) => [
    key,
    [...(node.mappings ?? [])].sort((a, b) => (a.localnet < b.localnet ? -1 : 1)),
    node.interfaces
      .filter((iface) =>
        ['ovs-bridge', 'linux-bridge', 'ethernet', 'bond', 'vlan'].includes(iface.type),
      )
      .map((iface) => [iface.type, iface.name, iface.state, iface.controller ?? '', iface.mtu ?? 0])
      .sort(),
  ]),
});
