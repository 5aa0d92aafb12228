/**
 * Switch ports as NICs hear them by LLDP. Two NICs may hear one port (a bridge forwards frames,
 * a switch repeats itself), and every NIC of a rack hears one switch, so what is known of a
 * switch or port is a set of claims; the first in order of node and NIC speaks for it.
 * Source: domain reference A.3.5, E.1, E.2 (1, 2).
 */
import type { LldpNeighbor } from '../cluster/interfaceRecord';
import { chassisOf, portOf } from './lldpNeighbors';
import type { NodeView } from './networkGraph';

export interface PortClaim {
  readonly node: string;
  readonly nic: string;
  readonly neighbor: LldpNeighbor;
  readonly switchId: string;
  readonly portId: string;
}

/** What the NICs of one node say of the switch ports they are plugged into. */
export const claimsOf = (view: NodeView): readonly PortClaim[] => {
  if (view.state === undefined) return [];
  const claims: PortClaim[] = [];
  for (const [nic, neighbors] of view.neighbors) {
    if (!view.nics.has(nic)) continue;
    for (const neighbor of neighbors) {
      const chassis = chassisOf(neighbor);
      const port = portOf(neighbor);
      if (chassis === undefined || port === undefined) continue;
      claims.push({
        node: view.name,
        nic,
        neighbor,
        switchId: `switch/${chassis}`,
        portId: `switchPort/${chassis}/${port}`,
      });
    }
  }
  return claims;
};

/** Order of claims: by node, then NIC; the first one speaks for the port. */
export const compareClaims = (a: PortClaim, b: PortClaim): number => {
  if (a.node !== b.node) return a.node < b.node ? -1 : 1;
  if (a.nic === b.nic) return 0;
  return a.nic < b.nic ? -1 : 1;
};
