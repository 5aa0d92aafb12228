/**
 * Addresses that guests report on their secondary networks, per L2 segment. Link-local and
 * loopback addresses are everybody's and left out.
 */
import type { VnicView } from '../../network/networkGraph';
import { perGraph } from './perGraph';
import { vmNics } from './vmNics';
import { segments } from './segments';

export interface GuestAddress {
  readonly vnic: VnicView;
  /** Not the first address of its interface: may be a virtual one that moves. */
  readonly isSecondary: boolean;
}

/** 169.254.0.0/16, 127.0.0.0/8, fe80::/10 (as guests write it) and ::1. */
const LOCAL = /^(169\.254\.|127\.|fe[89ab][0-9a-f]:|::1$)/i;

/** Every link and every host has these. */
export const isLocalAddress = (ip: string): boolean => LOCAL.test(ip);

/** `segment ip` -> who reports it. */
export const guestAddresses = perGraph(
  (graph): ReadonlyMap<string, { readonly ip: string; readonly users: GuestAddress[] }> => {
    const bySegment = new Map<string, { readonly ip: string; readonly users: GuestAddress[] }>();
    const byNad = segments(graph);
    for (const { vnic } of vmNics(graph).secondary) {
      if (vnic.status === undefined || vnic.status.ips.length === 0) continue;
      const segment = byNad.get(vnic.nadKey ?? '');
      if (segment === undefined) continue;
      const { ips } = vnic.status;
      let hasV4 = false;
      let hasV6 = false;
      for (const ip of ips) {
        if (isLocalAddress(ip)) continue;
        const key = `${segment} ${ip.toLowerCase()}`;
        const isV6 = ip.includes(':');
        const user = { vnic, isSecondary: isV6 ? hasV6 : hasV4 };
        if (isV6) hasV6 = true;
        else hasV4 = true;
        const known = bySegment.get(key);
        if (known === undefined) bySegment.set(key, { ip, users: [user] });
        else known.users.push(user);
      }
    }
    return bySegment;
  },
);
