/**
 * LLDP neighbours of the NICs of a node. A NIC can hear itself: NetworkManager before 1.59.1
 * reports the node's own frame as a neighbour (kubernetes-nmstate issue 1551), so a neighbour
 * that carries an address or the name of the node itself is dropped. Source: domain reference
 * A.3.5.
 */
import type { InterfaceRecord, LldpNeighbor } from '../cluster/interfaceRecord';
import { isEthernet } from './physicalNic';

const sameText = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== '' && a.toLowerCase() === b.toLowerCase();

const isReflection = (node: string, nic: InterfaceRecord, neighbor: LldpNeighbor): boolean => {
  if (sameText(neighbor.systemName, node)) return true;
  for (const mac of [nic.mac, nic.permanentMac]) {
    if (sameText(neighbor.chassisId, mac) || sameText(neighbor.portId, mac)) return true;
  }
  return false;
};

/** NIC name -> neighbours that are not the NIC's own reflection; NICs without any are left out. */
export const lldpNeighborsOf = (
  node: string,
  interfaces: readonly InterfaceRecord[],
): ReadonlyMap<string, readonly LldpNeighbor[]> => {
  const found = new Map<string, readonly LldpNeighbor[]>();
  for (const record of interfaces) {
    if (record.lldp === undefined || record.lldp.neighbors.length === 0) continue;
    if (!isEthernet(record) || found.has(record.name)) continue;
    const others = record.lldp.neighbors.filter((n) => !isReflection(node, record, n));
    if (others.length > 0) found.set(record.name, others);
  }
  return found;
};

/** Identity of the switch a neighbour speaks for: chassis id, else system name; undefined: neither. */
export const chassisOf = (neighbor: LldpNeighbor): string | undefined =>
  neighbor.chassisId || neighbor.systemName || undefined;

/** Identity of the port on that switch: port id, else its description; undefined: neither. */
export const portOf = (neighbor: LldpNeighbor): string | undefined =>
  neighbor.portId || neighbor.portDescription || undefined;
