/**
 * Switch ports as NICs hear them by LLDP. Two NICs may hear one port (a bridge forwards frames,
 * a switch repeats itself), and every NIC of a rack hears one switch, so what is known of a
 * switch or port is a set of claims; the first in order of node and NIC speaks for it.
 * Source: domain reference A.3.5, E.1, E.2 (1, 2).
 */
import type { InterfaceRecord, LldpNeighbor } from '../cluster/interfaceRecord';
import { chassisOf, portOf } from './lldpNeighbors';
import type { NodeView } from './networkGraph';

export interface PortClaim {
  readonly node: string;
  readonly nic: string;
  readonly neighbor: LldpNeighbor;
  readonly switchId: string;
  readonly portId: string;
}

/** Key of a claim among those on one port: sorts by node, then NIC. */
export const claimKey = (claim: PortClaim): string => `${claim.node}/${claim.nic}`;

const NO_CLAIMS: readonly PortClaim[] = [];

/**
 * What the NICs of one node say of the switch ports they are plugged into, each port once per
 * NIC. A device that hears LLDP is a NIC (`physicalNicsOf` takes it as one).
 */
export const claimsOf = (view: NodeView): readonly PortClaim[] => {
  if (view.state?.interfaces.some(hears) !== true) return NO_CLAIMS;
  const claims: PortClaim[] = [];
  for (const [nic, neighbors] of view.neighbors) {
    const first = claims.length;
    for (const neighbor of neighbors) {
      const chassis = chassisOf(neighbor);
      const port = portOf(neighbor);
      if (chassis === undefined || port === undefined) continue;
      const portId = `switchPort/${chassis}/${port}`;
      if (claims.some((claim, at) => at >= first && claim.portId === portId)) continue;
      claims.push({ node: view.name, nic, neighbor, switchId: `switch/${chassis}`, portId });
    }
  }
  return claims;
};

const hears = ({ lldp }: InterfaceRecord): boolean =>
  lldp !== undefined && lldp.neighbors.length > 0;
