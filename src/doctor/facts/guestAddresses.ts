/**
 * Addresses that guests report on their secondary networks, per L2 segment. Link-local and
 * loopback addresses are everybody's and left out.
 */
import type { NetworkGraph, VmView, VnicView } from '../../network/networkGraph';
import { segmentOfVnic } from './segments';
import { vmIndex } from './valueIndex';
import type { ValuesOf } from './valueIndex';

export interface GuestAddress {
  readonly vnic: VnicView;
  /** Not the first address of its interface: may be a virtual one that moves. */
  readonly isSecondary: boolean;
}

/** 169.254.0.0/16, 127.0.0.0/8, fe80::/10 (as guests write it) and ::1. */
const LOCAL = /^(169\.254\.|127\.|fe[89ab][0-9a-f]:|::1$)/i;

/** Every link and every host has these. */
export const isLocalAddress = (ip: string): boolean => LOCAL.test(ip);

/** Addresses of the VM's secondary NICs, in lower case. */
export const addressesOfVm: ValuesOf<VmView, GuestAddress> = (vm, add) => {
  for (const vnic of vm.vnics) {
    if (vnic.nadKey === undefined) continue;
    let hasV4 = false;
    let hasV6 = false;
    for (const ip of vnic.status?.ips ?? []) {
      if (isLocalAddress(ip)) continue;
      const isV6 = ip.includes(':');
      add(ip.toLowerCase(), { vnic, isSecondary: isV6 ? hasV6 : hasV4 });
      if (isV6) hasV6 = true;
      else hasV4 = true;
    }
  }
};

/** Address -> who reports it, on whatever segment. */
export const guestAddresses = vmIndex(
  addressesOfVm,
  ({ vnic }, vm) => vnic.namespace === vm.namespace && vnic.vmName === vm.name,
);

/** Those of them that are on a known segment, segment by segment, in the order of their ids. */
export const bySegment = (
  graph: NetworkGraph,
  users: readonly GuestAddress[],
): ReadonlyMap<string, readonly GuestAddress[]> => {
  const groups = new Map<string, GuestAddress[]>();
  for (const user of [...users].sort((a, b) => (a.vnic.id < b.vnic.id ? -1 : 1))) {
    const segment = segmentOfVnic(graph, user.vnic);
    if (segment === undefined) continue;
    const group = groups.get(segment);
    if (group === undefined) groups.set(segment, [user]);
    else group.push(user);
  }
  return groups;
};
