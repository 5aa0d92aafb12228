/** Builders of VMs and their instances for unit tests; see makeCluster. */
import type { KubeObject } from '../../src/cluster/kubeObject';
import { condition, metadata } from './makeCluster';
import type { MetaOptions } from './makeCluster';
import { macOf } from './makeClusterInterfaces';
import type { Json } from './makeClusterInterfaces';

export interface VnicOptions {
  readonly name: string;
  /** `networkName` as written: `nad` or `ns/nad`. */
  readonly nad: string;
  /** bridge unless said. */
  readonly binding?: string;
  readonly mac?: string;
  readonly state?: string;
  readonly model?: string;
  /** Addresses that the guest agent reports. */
  readonly ips?: readonly string[];
}

export interface VmOptions extends MetaOptions {
  /** A secondary NIC: a name stands for a NIC `net1`, `net2`, ... on the NAD of that name. */
  readonly nics?: readonly (string | VnicOptions)[];
  /** The pod network with masquerade; true unless said. */
  readonly pod?: boolean;
  /** Further fields of the VMI spec, such as nodeSelector. */
  readonly template?: Json;
  readonly templateLabels?: Record<string, string>;
  readonly conditions?: readonly Json[];
}

const vnics = (options: VmOptions): readonly VnicOptions[] =>
  (options.nics ?? []).map((nic, index) =>
    typeof nic === 'string' ? { name: `net${index + 1}`, nad: nic } : nic,
  );

const hasPod = (options: VmOptions): boolean => options.pod ?? true;

const vmiSpec = (path: string, options: VmOptions): Json => ({
  architecture: 'amd64',
  evictionStrategy: 'LiveMigrate',
  domain: {
    devices: {
      interfaces: [
        ...(hasPod(options)
          ? [
              {
                name: 'default',
                masquerade: {},
                model: 'virtio',
                macAddress: macOf(`${path}/default`),
              },
            ]
          : []),
        ...vnics(options).map((nic) => ({
          name: nic.name,
          [nic.binding ?? 'bridge']: {},
          model: nic.model ?? 'virtio',
          macAddress: nic.mac ?? macOf(`${path}/${nic.name}`),
          ...(nic.state === undefined ? {} : { state: nic.state }),
        })),
      ],
    },
  },
  networks: [
    ...(hasPod(options) ? [{ name: 'default', pod: {} }] : []),
    ...vnics(options).map((nic) => ({ name: nic.name, multus: { networkName: nic.nad } })),
  ],
  ...options.template,
});

const running = [
  condition('Ready', 'True'),
  condition('LiveMigratable', 'True'),
  condition('AgentConnected', 'True'),
];

/** A VirtualMachine `ns/name`; wanted running, with the pod network, unless said otherwise. */
export const vm = (
  path: string,
  options: VmOptions & { readonly runStrategy?: string; readonly printableStatus?: string } = {},
): KubeObject => {
  const runStrategy = options.runStrategy ?? 'Always';
  const stopped = runStrategy === 'Halted';
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: metadata(path, options),
    spec: {
      runStrategy,
      template: {
        metadata: { labels: options.templateLabels ?? {} },
        spec: vmiSpec(path, options),
      },
    },
    status: {
      printableStatus: options.printableStatus ?? (stopped ? 'Stopped' : 'Running'),
      conditions: options.conditions ?? (stopped ? [] : running),
    },
  };
};

export interface VmiOptions extends VmOptions {
  readonly node?: string;
  readonly phase?: string;
  readonly migration?: Json;
  /** `status.interfaces` in place of what the NICs give. */
  readonly status?: readonly Json[];
}

const statusEntries = (path: string, options: VmiOptions): readonly Json[] => [
  ...(hasPod(options)
    ? [
        {
          name: 'default',
          mac: macOf(`${path}/default`),
          ipAddress: '10.130.0.7',
          ipAddresses: ['10.130.0.7'],
          infoSource: 'domain, guest-agent',
          interfaceName: 'eth0',
          podInterfaceName: 'eth0',
          linkState: 'up',
        },
      ]
    : []),
  ...vnics(options).map((nic, index) => ({
    name: nic.name,
    mac: nic.mac ?? macOf(`${path}/${nic.name}`),
    ...(nic.ips === undefined ? {} : { ipAddress: nic.ips[0], ipAddresses: nic.ips }),
    infoSource: 'domain, guest-agent, multus-status',
    interfaceName: `eth${index + 1}`,
    podInterfaceName: `pod0000000000${index}`,
    linkState: 'up',
  })),
];

/** The running instance of VM `ns/name`, on worker-0 unless said otherwise. */
export const vmi = (path: string, options: VmiOptions = {}): KubeObject => {
  const name = path.slice(path.indexOf('/') + 1);
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstance',
    metadata: metadata(path, {
      ...options,
      meta: {
        ownerReferences: [{ kind: 'VirtualMachine', name, uid: `uid-${path}`, controller: true }],
        ...options.meta,
      },
    }),
    spec: vmiSpec(path, options),
    status: {
      phase: options.phase ?? 'Running',
      nodeName: options.node ?? 'worker-0',
      interfaces: options.status ?? statusEntries(path, options),
      ...(options.migration === undefined ? {} : { migrationState: options.migration }),
      conditions: options.conditions ?? running,
    },
  };
};
