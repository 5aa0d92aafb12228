/**
 * Hints that a NIC has no link. NodeNetworkState has no carrier field; the kernel reports a speed
 * only with a link, but some drivers never report one, so silence counts only beside a NIC of the
 * same driver that speaks (domain reference A.3.3).
 */
import type { InterfaceRecord } from '../cluster/interfaceRecord';
import type { NodeView } from './networkGraph';

const isSibling = (a: InterfaceRecord, b: InterfaceRecord): boolean =>
  a.name !== b.name && (a.driver === undefined || b.driver === undefined || a.driver === b.driver);

const hasSpeed = (nic: InterfaceRecord): boolean => (nic.ethernet?.speed ?? 0) > 0;

/** Up, physical, without a speed, while another NIC of its kind on the node reports one. */
export const lacksSpeed = (node: NodeView, name: string): boolean => {
  const nic = node.nics.get(name);
  if (nic === undefined || nic.state !== 'up' || hasSpeed(nic)) return false;
  for (const other of node.nics.values()) if (isSibling(nic, other) && hasSpeed(other)) return true;
  return false;
};
