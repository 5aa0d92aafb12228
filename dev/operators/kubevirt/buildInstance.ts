/**
 * The VirtualMachineInstance virt-controller makes from a VirtualMachine, and its status once it
 * runs. A template that lists neither interfaces nor networks gets the pod network with masquerade
 * unless `autoattachPodInterface` is false (kubevirt pkg/network/vmispec/defaults.go).
 */
import type { Condition } from '../nmstateTypes';
import { interfaceStatuses } from './interfaceStatus';
import { poolMac } from './macPool';
import type { VirtualMachine, Vmi, VmiSpec, VmiStatus } from './vmTypes';

/** Whether the VM is meant to run, by `runStrategy` or the older `running`. */
export function wantsInstance(vm: VirtualMachine): boolean {
  const { runStrategy, running } = vm.spec ?? {};
  if (runStrategy !== undefined) return ['Always', 'RerunOnFailure', 'Once'].includes(runStrategy);
  return running === true;
}

export function buildInstance(vm: VirtualMachine): Vmi {
  const { name, namespace, uid = '', generation = 1 } = vm.metadata;
  const template = vm.spec?.template;
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstance',
    metadata: {
      name,
      namespace,
      annotations: {
        ...template?.metadata?.annotations,
        'kubevirt.io/latest-observed-api-version': 'v1',
        'kubevirt.io/storage-observed-api-version': 'v1',
        'kubevirt.io/vm-generation': String(generation),
      },
      labels: { ...template?.metadata?.labels },
      ownerReferences: [
        {
          apiVersion: 'kubevirt.io/v1',
          blockOwnerDeletion: true,
          controller: true,
          kind: 'VirtualMachine',
          name,
          uid,
        },
      ],
    },
    spec: instanceSpec(vm),
  };
}

function instanceSpec(vm: VirtualMachine): VmiSpec {
  const spec = structuredClone(vm.spec?.template?.spec ?? { domain: { devices: {} } });
  const { devices } = spec.domain;
  const listsNothing = !devices.interfaces?.length && !spec.networks?.length;
  if (!listsNothing || devices.autoattachPodInterface === false) return spec;
  const macAddress = poolMac(`${vm.metadata.namespace}/${vm.metadata.name}/default`);
  devices.interfaces = [{ name: 'default', masquerade: {}, macAddress }];
  spec.networks = [{ name: 'default', pod: {} }];
  return spec;
}

export interface Placement {
  node: string;
  podUid: string;
  /** Addresses by network name: the pod network's, and what the guest agent tells of others. */
  ips: Readonly<Record<string, string>>;
  at: string;
}

export function readyConditions(at: string): Condition[] {
  return [
    { lastProbeTime: null, lastTransitionTime: at, status: 'True', type: 'Ready' },
    { lastProbeTime: null, lastTransitionTime: null, status: 'True', type: 'LiveMigratable' },
    {
      lastProbeTime: null,
      lastTransitionTime: null,
      status: 'True',
      type: 'StorageLiveMigratable',
    },
    { lastProbeTime: at, lastTransitionTime: null, status: 'True', type: 'AgentConnected' },
  ];
}

export function runningStatus(vmi: Vmi, { node, podUid, ips, at }: Placement): VmiStatus {
  return {
    activePods: { [podUid]: node },
    conditions: readyConditions(at),
    guestOSInfo: {},
    interfaces: interfaceStatuses(vmi.spec, ips),
    migrationMethod: 'LiveMigration',
    migrationTransport: 'Unix',
    nodeName: node,
    phase: 'Running',
    phaseTransitionTimestamps: ['Pending', 'Scheduling', 'Scheduled', 'Running'].map((phase) => ({
      phase,
      phaseTransitionTimestamp: at,
    })),
    qosClass: 'Burstable',
    runtimeUser: 107,
  };
}
