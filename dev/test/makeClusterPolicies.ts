/** Builders of policies, enactments and networks for unit tests; see makeCluster. */
import type { KubeObject } from '../../src/cluster/kubeObject';
import { condition, metadata } from './makeCluster';
import type { MetaOptions } from './makeCluster';
import type { Json } from './makeClusterInterfaces';

export interface NncpOptions extends MetaOptions {
  /** Workers unless said; null for none, which is every node. */
  readonly nodeSelector?: Record<string, string> | null;
  readonly interfaces?: readonly unknown[];
  /** Localnet -> bridge, all `present`. */
  readonly mappings?: Record<string, string>;
  /** The whole document, in place of the two above. */
  readonly desiredState?: unknown;
  readonly maxUnavailable?: number | string;
  readonly capture?: Record<string, string>;
  readonly conditions?: readonly Json[];
}

const succeeded = [
  condition('Available', 'True', {
    reason: 'SuccessfullyConfigured',
    message: '2/2 nodes successfully configured',
  }),
  condition('Degraded', 'False', { reason: 'SuccessfullyConfigured' }),
  condition('Progressing', 'False', { reason: 'SuccessfullyConfigured' }),
  condition('Ignored', 'False', { reason: 'SuccessfullyConfigured' }),
];

/** An OVS bridge as the documentation wants it, with its internal interface. */
export const ovsBridgeWanted = (name: string, ports: readonly string[], extra: Json = {}) => [
  {
    name,
    type: 'ovs-bridge',
    state: 'up',
    bridge: {
      'allow-extra-patch-ports': true,
      options: { stp: false, 'mcast-snooping-enable': true },
      port: [...ports.map((port) => ({ name: port })), { name }],
      ...extra,
    },
  },
  { name, type: 'ovs-interface', state: 'up', ipv4: { enabled: false }, ipv6: { enabled: false } },
];

const documentOf = (options: NncpOptions): unknown => {
  if ('desiredState' in options) return options.desiredState;
  const mappings = Object.entries(options.mappings ?? {});
  return {
    ...(options.interfaces === undefined ? {} : { interfaces: options.interfaces }),
    ...(mappings.length === 0
      ? {}
      : {
          ovn: {
            'bridge-mappings': mappings.map(([localnet, bridge]) => ({
              localnet,
              bridge,
              state: 'present',
            })),
          },
        }),
  };
};

/** A policy; Available, and for the workers, unless said otherwise. */
export const nncp = (name: string, options: NncpOptions = {}): KubeObject => ({
  apiVersion: 'nmstate.io/v1',
  kind: 'NodeNetworkConfigurationPolicy',
  metadata: metadata(name, options),
  spec: {
    ...(options.nodeSelector === null
      ? {}
      : { nodeSelector: options.nodeSelector ?? { 'node-role.kubernetes.io/worker': '' } }),
    maxUnavailable: options.maxUnavailable ?? 1,
    ...(options.capture === undefined ? {} : { capture: options.capture }),
    desiredState: documentOf(options),
  },
  status: { conditions: options.conditions ?? succeeded },
});

export interface NnceOptions extends MetaOptions {
  /** Type of the condition that is True; Available unless said. */
  readonly state?: 'Available' | 'Failing' | 'Progressing' | 'Pending' | 'Aborted';
  readonly message?: string;
  readonly reason?: string;
  readonly generation?: number;
  readonly retries?: number;
  /** Rendered document; read only with `capturedStates`. */
  readonly desiredState?: unknown;
  readonly capturedStates?: Json;
  readonly at?: string;
}

const ENACTMENT_TYPES = ['Failing', 'Available', 'Progressing', 'Pending', 'Aborted'] as const;

/** One policy on one node; Available unless said otherwise. */
export const nnce = (node: string, policy: string, options: NnceOptions = {}): KubeObject => {
  const state = options.state ?? 'Available';
  const generation = options.generation ?? 1;
  const time = options.at === undefined ? {} : { lastTransitionTime: options.at };
  const reason = options.reason ?? (state === 'Available' ? 'SuccessfullyConfigured' : '');
  const message = options.message ?? (state === 'Available' ? 'successfully reconciled' : '');
  return {
    apiVersion: 'nmstate.io/v1beta1',
    kind: 'NodeNetworkConfigurationEnactment',
    metadata: metadata(`${node}.${policy}`, {
      ...options,
      labels: { 'nmstate.io/node': node, 'nmstate.io/policy': policy, ...options.labels },
    }),
    status: {
      policyGeneration: generation,
      retryCount: { [String(generation)]: options.retries ?? 0 },
      desiredState: options.desiredState ?? {},
      ...(options.capturedStates === undefined ? {} : { capturedStates: options.capturedStates }),
      conditions: ENACTMENT_TYPES.map((type) =>
        condition(type, type === state ? 'True' : 'False', { reason, message, ...time }),
      ),
    },
  };
};

export interface OvnNadOptions extends MetaOptions {
  /** Keys of the config, over `name`, `topology` and the rest; undefined drops a key. */
  readonly config?: Json;
  /** False: OVN-Kubernetes has not written its annotations. */
  readonly accepted?: boolean;
  /** `spec.config` as it stands, in place of all of the above. */
  readonly raw?: string;
}

const nadObject = (path: string, config: string, options: MetaOptions): KubeObject => ({
  apiVersion: 'k8s.cni.cncf.io/v1',
  kind: 'NetworkAttachmentDefinition',
  metadata: metadata(path, options),
  spec: { config },
});

/** An OVN NAD `ns/name`: localnet, config name = object name, accepted, unless said otherwise. */
export const ovnNad = (path: string, options: OvnNadOptions = {}): KubeObject => {
  const name = path.slice(path.indexOf('/') + 1);
  const config: Json = {
    cniVersion: '0.4.0',
    name,
    type: 'ovn-k8s-cni-overlay',
    topology: 'localnet',
    netAttachDefName: path,
    mtu: 1500,
    ...options.config,
  };
  const marks: Record<string, string> =
    options.accepted === false
      ? {}
      : { 'k8s.ovn.org/network-name': String(config.name), 'k8s.ovn.org/network-id': '5' };
  return nadObject(path, options.raw ?? JSON.stringify(config), {
    ...options,
    annotations: { ...marks, ...options.annotations },
  });
};

export interface BridgeNadOptions extends MetaOptions {
  readonly bridge: string;
  readonly vlan?: number;
  /** Further keys of the config. */
  readonly config?: Json;
  /** The resourceName annotation; true unless said. */
  readonly resource?: boolean;
}

/** A Linux bridge NAD `ns/name`. */
export const bridgeNad = (path: string, options: BridgeNadOptions): KubeObject => {
  const config = {
    cniVersion: '0.3.1',
    name: path.slice(path.indexOf('/') + 1),
    type: 'bridge',
    bridge: options.bridge,
    ...(options.vlan === undefined ? {} : { vlan: options.vlan }),
    macspoofchk: true,
    preserveDefaultVlan: false,
    ...options.config,
  };
  const resource = {
    'k8s.v1.cni.cncf.io/resourceName': `bridge.network.kubevirt.io/${options.bridge}`,
  };
  return nadObject(path, JSON.stringify(config), {
    ...options,
    annotations: { ...(options.resource === false ? {} : resource), ...options.annotations },
  });
};

export interface UdnOptions extends MetaOptions {
  readonly topology?: 'Localnet' | 'Layer2' | 'Layer3';
  /** Fields of the topology's struct; for a localnet, over Secondary, no IPAM, 1500 bytes. */
  readonly network?: Json;
  readonly conditions?: readonly Json[];
}

const networkSpec = (options: UdnOptions, fallback: 'Localnet' | 'Layer2'): Json => {
  const topology = options.topology ?? fallback;
  const details = { role: 'Secondary', ipam: { mode: 'Disabled' }, ...options.network };
  return { topology, [topology.toLowerCase()]: details };
};

/** A CUDN; a localnet on physical network `vmdata` for namespaces `ns1`, unless said otherwise. */
export const cudn = (
  name: string,
  options: UdnOptions & { readonly selector?: Json; readonly namespaces?: readonly string[] } = {},
): KubeObject => {
  const localnet = (options.topology ?? 'Localnet') === 'Localnet';
  const network = { ...(localnet ? { physicalNetworkName: 'vmdata' } : {}), ...options.network };
  const list = (options.namespaces ?? ['ns1']).join(', ');
  return {
    apiVersion: 'k8s.ovn.org/v1',
    kind: 'ClusterUserDefinedNetwork',
    metadata: metadata(name, options),
    spec: {
      namespaceSelector: options.selector ?? {
        matchLabels: { [`vm-network/${name}`]: 'true' },
      },
      network: networkSpec({ ...options, network }, 'Localnet'),
    },
    status: {
      conditions: options.conditions ?? [
        condition('NetworkCreated', 'True', {
          reason: 'NetworkAttachmentDefinitionCreated',
          message: `NetworkAttachmentDefinition has been created in following namespaces: [${list}]`,
        }),
        condition('NetworkAllocationSucceeded', 'True'),
      ],
    },
  };
};

/** A UDN `ns/name`; a secondary layer2 network unless said otherwise. */
export const udn = (path: string, options: UdnOptions = {}): KubeObject => ({
  apiVersion: 'k8s.ovn.org/v1',
  kind: 'UserDefinedNetwork',
  metadata: metadata(path, options),
  spec: networkSpec(options, 'Layer2'),
  status: { conditions: options.conditions ?? [condition('NetworkCreated', 'True')] },
});

/** The NAD that OVN-Kubernetes makes from a localnet CUDN in a namespace. */
export const cudnNad = (name: string, ns: string, options: OvnNadOptions = {}): KubeObject =>
  ovnNad(`${ns}/${name}`, {
    ...options,
    labels: { 'k8s.ovn.org/user-defined-network': '', ...options.labels },
    meta: {
      finalizers: ['k8s.ovn.org/user-defined-network-protection'],
      ownerReferences: [
        {
          apiVersion: 'k8s.ovn.org/v1',
          kind: 'ClusterUserDefinedNetwork',
          name,
          uid: `uid-${name}`,
          controller: true,
        },
      ],
      ...options.meta,
    },
    config: {
      cniVersion: '1.1.0',
      name: `cluster_udn_${name}`,
      role: 'secondary',
      physicalNetworkName: 'vmdata',
      ...options.config,
    },
  });
