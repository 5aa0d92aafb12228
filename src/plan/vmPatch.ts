/**
 * The patch that adds a NIC to a VM. It tests what it builds on, so that a concurrent edit makes
 * it fail instead of being overwritten, and it never drops the pod network that KubeVirt adds
 * silently to a VM without explicit lists (kubevirt pkg/network/vmispec/defaults.go; A.7.1).
 */
import { asArray, recordOf } from '../cluster/json';
import type { KubeObject } from '../cluster/kubeObject';
import type { PatchOperation } from './model';

export const NETWORKS = '/spec/template/spec/networks';
export const INTERFACES = '/spec/template/spec/domain/devices/interfaces';

export interface NicToAdd {
  /** Pairs interface and network. */
  readonly name: string;
  /** `nad` or `namespace/nad`. */
  readonly networkName: string;
}

const at = (object: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => recordOf(value)[key], object);

const listAt = (object: KubeObject, ...path: readonly string[]): readonly unknown[] | undefined => {
  const value = at(object, ...path);
  return Array.isArray(value) ? asArray(value) : undefined;
};

/** Interface and network lists of a VM as the API serves it. */
export const vmLists = (
  vm: KubeObject,
): {
  readonly interfaces?: readonly unknown[];
  readonly networks?: readonly unknown[];
} => {
  const interfaces = listAt(vm, 'spec', 'template', 'spec', 'domain', 'devices', 'interfaces');
  const networks = listAt(vm, 'spec', 'template', 'spec', 'networks');
  return {
    ...(interfaces === undefined ? {} : { interfaces }),
    ...(networks === undefined ? {} : { networks }),
  };
};

/**
 * Operations that add `nic` to a VM read from the API. `podBinding` is the binding that the
 * implicit pod network gets when the VM lists nothing: `masquerade`, or `l2bridge` in a project
 * with a primary network; undefined when the VM asked for no pod network.
 */
export const addNicPatch = (
  vm: KubeObject,
  nic: NicToAdd,
  podBinding: 'masquerade' | 'l2bridge' | undefined,
): readonly PatchOperation[] => {
  const { interfaces, networks } = vmLists(vm);
  const newInterface = { name: nic.name, model: 'virtio', bridge: {} };
  const newNetwork = { name: nic.name, multus: { networkName: nic.networkName } };
  const implicitPod =
    (interfaces?.length ?? 0) === 0 && (networks?.length ?? 0) === 0 && podBinding !== undefined;
  const podInterface =
    podBinding === 'l2bridge'
      ? { name: 'default', binding: { name: 'l2bridge' } }
      : { name: 'default', masquerade: {} };
  return [
    ...guardIdentity(vm),
    ...appendTo(INTERFACES, interfaces, implicitPod ? [podInterface] : [], newInterface),
    ...appendTo(NETWORKS, networks, implicitPod ? [{ name: 'default', pod: {} }] : [], newNetwork),
  ];
};

export const guardIdentity = (vm: KubeObject): readonly PatchOperation[] => {
  const uid = at(vm, 'metadata', 'uid');
  return typeof uid === 'string' ? [{ op: 'test', path: '/metadata/uid', value: uid }] : [];
};

const appendTo = (
  path: string,
  current: readonly unknown[] | undefined,
  first: readonly unknown[],
  added: unknown,
): readonly PatchOperation[] => {
  if (current === undefined) return [{ op: 'add', path, value: [...first, added] }];
  return [
    { op: 'test', path, value: current },
    ...[...first, added].map((value): PatchOperation => ({ op: 'add', path: `${path}/-`, value })),
  ];
};

/**
 * Operations that ask KubeVirt to unplug a NIC (`state: absent`), or undefined when the VM no
 * longer has it. The controller removes both entries itself (kubevirt pkg/network/controllers/vm.go).
 */
export const detachNicPatch = (
  vm: KubeObject,
  nic: string,
): readonly PatchOperation[] | undefined => {
  const interfaces = vmLists(vm).interfaces ?? [];
  const index = interfaces.findIndex((entry) => recordOf(entry).name === nic);
  if (index < 0) return undefined;
  const path = `${INTERFACES}/${index}`;
  return [
    ...guardIdentity(vm),
    { op: 'test', path: `${path}/name`, value: nic },
    { op: 'add', path: `${path}/state`, value: 'absent' },
  ];
};
