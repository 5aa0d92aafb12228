/**
 * Addresses that guests report on their secondary networks, per L2 segment. Link-local and
 * loopback addresses are everybody's and left out.
 */
import type { VnicView } from '../../network/networkGraph';
import { perGraph } from './perGraph';
import { vmNics } from './vmNics';
import { segmentOfVnic } from './segments';

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
    for (const { vnic } of vmNics(graph).secondary) {
      if (vnic.status === undefined || vnic.status.ips.length === 0) continue;
      const segment = segmentOfVnic(graph, vnic);
      const ips = segment === undefined ? [] : vnic.status.ips;
      const own = ips.filter((ip) => !isLocalAddress(ip));
      for (const [index, ip] of own.entries()) {
        const key = `${segment} ${ip.toLowerCase()}`;
        const isFirstOfFamily =
          own.findIndex((o) => o.includes(':') === ip.includes(':')) === index;
        const user = { vnic, isSecondary: !isFirstOfFamily };
        const known = bySegment.get(key);
        if (known === undefined) bySegment.set(key, { ip, users: [user] });
        else known.users.push(user);
      }
    }
    return bySegment;
  },
);
