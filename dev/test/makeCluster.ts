/**
 * Builders of raw Kubernetes objects for unit tests: plain data of the shape the API serves, one
 * terse call per object. `makeClusterHealthy.ts` puts a small healthy cluster together from
 * them; a test changes what it is about with `withObjects` and `withoutObject`.
 */
import type { KubeObject } from '../../src/cluster/kubeObject';
import { completeSnapshot } from '../../src/cluster/snapshotOf';
import type { Snapshot } from '../../src/cluster/snapshot';
import { bridgeEntries, internalEntry, nicEntry, patchEntry } from './makeClusterInterfaces';
import type { BridgeOptions, Json, NicOptions } from './makeClusterInterfaces';

/** When all objects were made; well before `NOW`, so that nothing is still settling. */
export const CREATED = '2025-12-01T08:00:00Z';
/** When nodes and controllers last wrote something. */
export const WRITTEN = '2025-12-10T08:00:00Z';
/** "Now" for checks that ask for the time, in milliseconds since the epoch. */
export const NOW = Date.parse('2026-01-01T00:00:00Z');

export interface MetaOptions {
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
  /** Fields of `metadata` that override the builder's. */
  readonly meta?: Json;
}

/** `ns/name` or `name` with the usual metadata. */
export const metadata = (path: string, options: MetaOptions = {}): Json => {
  const slash = path.indexOf('/');
  const name = path.slice(slash + 1);
  return {
    name,
    ...(slash === -1 ? {} : { namespace: path.slice(0, slash) }),
    uid: `uid-${path}`,
    resourceVersion: '1000',
    generation: 1,
    creationTimestamp: CREATED,
    labels: options.labels ?? {},
    annotations: options.annotations ?? {},
    ...options.meta,
  };
};

/** A status condition. */
export const condition = (type: string, status: string, extra: Json = {}): Json => ({
  type,
  status,
  lastTransitionTime: WRITTEN,
  ...extra,
});

export interface NodeOptions extends MetaOptions {
  readonly controlPlane?: boolean;
  readonly ready?: boolean;
  readonly unschedulable?: boolean;
  /** kubevirt.io/schedulable; true for workers unless said. */
  readonly runsVms?: boolean;
  readonly ip?: string;
  readonly taints?: readonly Json[];
  readonly allocatable?: Record<string, string>;
}

/** A Node; a worker that runs VMs unless said otherwise. */
export const node = (name: string, options: NodeOptions = {}): KubeObject => {
  const controlPlane = options.controlPlane ?? false;
  const role = controlPlane ? 'control-plane' : 'worker';
  const labels = {
    'kubernetes.io/hostname': name,
    'kubernetes.io/arch': 'amd64',
    [`node-role.kubernetes.io/${role}`]: '',
    ...((options.runsVms ?? !controlPlane) ? { 'kubevirt.io/schedulable': 'true' } : {}),
    ...options.labels,
  };
  const masterTaint = { key: 'node-role.kubernetes.io/master', effect: 'NoSchedule' };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: metadata(name, { ...options, labels }),
    spec: {
      ...(options.unschedulable === true ? { unschedulable: true } : {}),
      taints: options.taints ?? (controlPlane ? [masterTaint] : []),
    },
    status: {
      addresses: [{ type: 'InternalIP', address: options.ip ?? '192.168.4.10' }],
      allocatable: { cpu: '32', memory: '128Gi', ...options.allocatable },
      conditions: [condition('Ready', options.ready === false ? 'False' : 'True')],
    },
  };
};

export interface NnsOptions extends MetaOptions {
  /** Physical NICs beside br-ex's uplink. */
  readonly nics?: readonly (string | NicOptions)[];
  /** Bridges beside br-ex. A port that is a NIC gets its controller. */
  readonly bridges?: readonly BridgeOptions[];
  /** Localnet -> bridge beside physnet; null: an operator too old to report mappings. */
  readonly mappings?: Record<string, string> | null;
  /** Further entries, such as bonds and VLAN interfaces. */
  readonly interfaces?: readonly Json[];
  /** Uplink of br-ex, `ens192` unless said; the NIC is added when it is none of the above. */
  readonly brExUplink?: string;
  /** Networks mapped to br-ex that are plumbed there. */
  readonly brExLive?: readonly string[];
  readonly ip?: string;
  readonly updated?: string;
}

const portNames = (bridge: BridgeOptions): readonly string[] =>
  bridge.ports.map((port) => (typeof port === 'string' ? port : String(port.name)));

/** A NodeNetworkState, with br-ex and its default uplink as every OVN-Kubernetes node has. */
export const nns = (name: string, options: NnsOptions = {}): KubeObject => {
  const uplink = options.brExUplink ?? 'ens192';
  const brEx: BridgeOptions = {
    name: 'br-ex',
    ports: [uplink, `patch-br-ex_${name}-to-br-int`],
    internal: false,
    live: options.brExLive,
  };
  const bridges = [brEx, ...(options.bridges ?? [])];
  const controllers = new Map(
    bridges.flatMap((bridge) => portNames(bridge).map((port) => [port, bridge.name] as const)),
  );
  const extra = options.interfaces ?? [];
  const nics = (options.nics ?? []).map((nic) => (typeof nic === 'string' ? { name: nic } : nic));
  const known = new Set([...nics.map((nic) => nic.name), ...extra.map((entry) => entry.name)]);
  const allNics: readonly NicOptions[] = known.has(uplink) ? nics : [{ name: uplink }, ...nics];
  const gatewayPatch = `patch-br-ex_${name}-to-br-int`;
  const gatewayPeer = `patch-br-int-to-br-ex_${name}`;
  const mappings = Object.entries({ physnet: 'br-ex', ...options.mappings });
  return {
    apiVersion: 'nmstate.io/v1beta1',
    kind: 'NodeNetworkState',
    metadata: metadata(name, options),
    status: {
      currentState: {
        interfaces: [
          ...allNics.map((nic) =>
            nicEntry(name, { controller: controllers.get(nic.name), ...nic }),
          ),
          ...extra,
          ...bridges.flatMap(bridgeEntries),
          internalEntry('br-ex', 'br-ex', `${options.ip ?? '192.168.4.10'}/24`),
          patchEntry(gatewayPatch, 'br-ex', gatewayPeer),
          patchEntry(gatewayPeer, 'br-int', gatewayPatch),
          { name: 'br-int', type: 'ovs-interface', state: 'ignore', controller: 'br-int' },
        ],
        routes: {
          running: [
            {
              destination: '0.0.0.0/0',
              'next-hop-address': '192.168.4.1',
              'next-hop-interface': 'br-ex',
              'table-id': 254,
            },
          ],
        },
        ...(options.mappings === null
          ? {}
          : {
              ovn: {
                'bridge-mappings': mappings.map(([localnet, bridge]) => ({ localnet, bridge })),
              },
            }),
      },
      handlerNmstateVersion: '2.2.50',
      lastSuccessfulUpdateTime: options.updated ?? WRITTEN,
    },
  };
};

/** A namespace. */
export const namespace = (name: string, options: MetaOptions & { phase?: string } = {}) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: metadata(name, {
    ...options,
    labels: { 'kubernetes.io/metadata.name': name, ...options.labels },
  }),
  status: { phase: options.phase ?? 'Active' },
});

/** config.openshift.io Network `cluster`. */
export const clusterNetwork = (options: { mtu?: number; type?: string; status?: Json } = {}) => ({
  apiVersion: 'config.openshift.io/v1',
  kind: 'Network',
  metadata: metadata('cluster'),
  spec: {},
  status: {
    clusterNetwork: [{ cidr: '10.128.0.0/14', hostPrefix: 23 }],
    serviceNetwork: ['172.30.0.0/16'],
    networkType: options.type ?? 'OVNKubernetes',
    clusterNetworkMTU: options.mtu ?? 1400,
    ...options.status,
  },
});

/** Any other object: what the builders do not cover. */
export const object = (
  apiVersion: string,
  kind: string,
  path: string,
  rest: Json & { readonly meta?: MetaOptions } = {},
): KubeObject => {
  const { meta, ...body } = rest;
  return { apiVersion, kind, metadata: metadata(path, meta), ...body };
};

const idOf = (item: KubeObject): string =>
  `${item.apiVersion} ${item.kind} ${String(item.metadata?.namespace)}/${String(item.metadata?.name)}`;

/** The objects with these put in, each in place of the one of its kind and name if there is. */
export const withObjects = (
  objects: readonly KubeObject[],
  ...changed: readonly KubeObject[]
): KubeObject[] => {
  const replaced = new Set(changed.map(idOf));
  return [...objects.filter((item) => !replaced.has(idOf(item))), ...changed];
};

/** The objects without the one of this kind and `ns/name` or `name`; all of a kind without a path. */
export const withoutObject = (
  objects: readonly KubeObject[],
  kind: string,
  path?: string,
): KubeObject[] =>
  objects.filter((item) => {
    if (item.kind !== kind) return true;
    if (path === undefined) return false;
    const { namespace: ns, name } = item.metadata ?? {};
    return path !== (typeof ns === 'string' ? `${ns}/${String(name)}` : String(name));
  });

/** Everything the cluster has: kinds that do not occur are known to be empty. */
export const snapshot = (objects: Iterable<unknown>): Snapshot => completeSnapshot(objects);
