/**
 * LLDP neighbours of the NICs of a node. A NIC can hear itself: NetworkManager before 1.59.1
 * reports the node's own frame as a neighbour (kubernetes-nmstate issue 1551), so a neighbour
 * that carries an address or the name of the node itself is dropped. Source: domain reference
 * A.3.5.
 */
import type { InterfaceRecord, LldpNeighbor } from '../cluster/interfaceRecord';
import { isEthernet } from './physicalNic';

/** Lower case of an ASCII letter's code; other codes that it changes never meet here. */
const folded = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);

/** Whether two texts are the same but for case; MAC addresses are written both ways. */
const sameText = (a: string | undefined, b: string | undefined): boolean => {
  if (a === undefined || b === undefined || a === '' || a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) {
    if (folded(a.charCodeAt(at)) !== folded(b.charCodeAt(at))) return false;
  }
  return true;
};

const names = (neighbor: LldpNeighbor, address: string | undefined): boolean =>
  sameText(neighbor.chassisId, address) || sameText(neighbor.portId, address);

const isReflection = (node: string, nic: InterfaceRecord, neighbor: LldpNeighbor): boolean =>
  sameText(neighbor.systemName, node) ||
  names(neighbor, nic.mac) ||
  names(neighbor, nic.permanentMac);

/** NIC name -> neighbours that are not the NIC's own reflection; NICs without any are left out. */
export const lldpNeighborsOf = (
  node: string,
  interfaces: readonly InterfaceRecord[],
): ReadonlyMap<string, readonly LldpNeighbor[]> => {
  const found = new Map<string, readonly LldpNeighbor[]>();
  for (const record of interfaces) {
    if (record.lldp === undefined || record.lldp.neighbors.length === 0) continue;
    if (!isEthernet(record) || found.has(record.name)) continue;
    const { neighbors } = record.lldp;
    const hasReflection = neighbors.some((n) => isReflection(node, record, n));
    const others = hasReflection
      ? neighbors.filter((n) => !isReflection(node, record, n))
      : neighbors;
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
