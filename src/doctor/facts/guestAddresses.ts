/**
 * Addresses that guests report on their secondary networks, per L2 segment. Link-local and
 * loopback addresses are everybody's and left out.
 */
import { pushTo } from '../../network/multiMap';
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
export const addressesOfVm: ValuesOf<VmView, VnicView> = (vm, add) => {
  for (const vnic of vm.vnics) {
    if (vnic.nadKey === undefined || vnic.status === undefined) continue;
    for (const ip of vnic.status.ips) if (!isLocalAddress(ip)) add(ip.toLowerCase(), vnic);
  }
};

/** Address -> the NICs that report it, on whatever segment. */
export const guestAddresses = vmIndex(addressesOfVm);

/** The NIC reports another address of the family first: this one may be a virtual one that moves. */
const isSecondary = ({ status }: VnicView, ip: string): boolean => {
  const isV6 = ip.includes(':');
  const first = status?.ips.find((one) => one.includes(':') === isV6 && !isLocalAddress(one));
  return first?.toLowerCase() !== ip;
};

/** The NICs with the address that are on a known segment, segment by segment, in the order of their ids. */
export const bySegment = (
  graph: NetworkGraph,
  ip: string,
): ReadonlyMap<string, readonly GuestAddress[]> => {
  const groups = new Map<string, GuestAddress[]>();
  const users = new Set(guestAddresses.of(graph).of(ip));
  for (const vnic of [...users].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const segment = segmentOfVnic(graph, vnic);
    if (segment === undefined) continue;
    pushTo(groups, segment, { vnic, isSecondary: isSecondary(vnic, ip) });
  }
  return groups;
};
