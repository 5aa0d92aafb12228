/**
 * Patches that take a NIC of a VM away, put it back, or move it to another network. Each tests the
 * lists it was made on, so that an edit by somebody else in between makes it fail instead of being
 * overwritten. What each does to a running VM: domain reference A.7.2.
 */
import { asArray, recordOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import type { PatchOperation } from './model';
import { guardIdentity, INTERFACES, NETWORKS, vmLists } from './vmPatch';

/** A NIC as the VM's two lists hold it, with its place in each. */
export interface NicEntries {
  readonly vmInterface: Readonly<Record<string, unknown>>;
  readonly network: Readonly<Record<string, unknown>>;
  readonly interfaceIndex: number;
  readonly networkIndex: number;
}

/** Undefined when the VM does not list the NIC in both. */
export const nicEntries = (vm: KubeObject, nic: string): NicEntries | undefined => {
  const { interfaces = [], networks = [] } = vmLists(vm);
  const interfaceIndex = indexOf(interfaces, nic);
  const networkIndex = indexOf(networks, nic);
  if (interfaceIndex < 0 || networkIndex < 0) return undefined;
  return {
    vmInterface: recordOf(interfaces[interfaceIndex]),
    network: recordOf(networks[networkIndex]),
    interfaceIndex,
    networkIndex,
  };
};

const indexOf = (list: readonly unknown[], nic: string): number =>
  list.findIndex((entry) => recordOf(entry).name === nic);

/** The VM is the one that was read, and both lists are as they were. */
const guardLists = (vm: KubeObject): readonly PatchOperation[] => {
  const { interfaces, networks } = vmLists(vm);
  return [
    ...guardIdentity(vm),
    ...(interfaces === undefined
      ? []
      : [{ op: 'test' as const, path: INTERFACES, value: interfaces }]),
    ...(networks === undefined ? [] : [{ op: 'test' as const, path: NETWORKS, value: networks }]),
  ];
};

/** Asks KubeVirt to unplug the NIC of a running VM; it then removes both entries by itself. */
export const unplugNicPatch = (vm: KubeObject, nic: string): readonly PatchOperation[] => {
  const entries = nicEntries(vm, nic);
  if (entries === undefined) return [];
  return [
    ...guardLists(vm),
    { op: 'add', path: `${INTERFACES}/${entries.interfaceIndex}/state`, value: 'absent' },
  ];
};

/** Takes both entries out: of a stopped VM, or where only a restart can take the NIC away. */
export const removeNicPatch = (vm: KubeObject, nic: string): readonly PatchOperation[] => {
  const entries = nicEntries(vm, nic);
  if (entries === undefined) return [];
  return [
    ...guardLists(vm),
    { op: 'remove', path: `${INTERFACES}/${entries.interfaceIndex}` },
    { op: 'remove', path: `${NETWORKS}/${entries.networkIndex}` },
  ];
};

/** Puts entries back that a patch of this file took away; nothing when the VM has the NIC. */
export const plugBackPatch = (
  vm: KubeObject,
  vmInterface: unknown,
  network: unknown,
): readonly PatchOperation[] => {
  const { interfaces, networks } = vmLists(vm);
  const name = recordOf(vmInterface).name;
  if (typeof name === 'string' && nicEntries(vm, name) !== undefined) return [];
  return [
    ...guardLists(vm),
    interfaces === undefined
      ? { op: 'add', path: INTERFACES, value: [vmInterface] }
      : { op: 'add', path: `${INTERFACES}/-`, value: vmInterface },
    networks === undefined
      ? { op: 'add', path: NETWORKS, value: [network] }
      : { op: 'add', path: `${NETWORKS}/-`, value: network },
  ];
};

/** Gives the NIC another NAD; the rest of its entries stays as it is. */
export const moveNicPatch = (
  vm: KubeObject,
  nic: string,
  networkName: string,
): readonly PatchOperation[] => {
  const entries = nicEntries(vm, nic);
  if (entries === undefined) return [];
  const path = `${NETWORKS}/${entries.networkIndex}/multus/networkName`;
  return [...guardLists(vm), { op: 'replace', path, value: networkName }];
};

/** `networkName` of a NIC as the VM states it; undefined for the pod network and for no such NIC. */
export const networkNameOfNic = (vm: KubeObject, nic: string): string | undefined => {
  const network = asArray(vmLists(vm).networks)
    .map(recordOf)
    .find(({ name }) => name === nic);
  const networkName = recordOf(network?.multus).networkName;
  return typeof networkName === 'string' ? networkName : undefined;
};
