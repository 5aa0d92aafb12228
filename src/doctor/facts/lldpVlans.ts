/**
 * VLANs that the switch says it carries on a NIC's port. A switch that advertises no list says
 * nothing, which is not the same as "none" (domain reference A.3.5).
 */
import type { NodeView } from '../../network/networkGraph';

/** VLAN ids over all neighbours of the NIC; undefined when none of them advertises a list. */
export const lldpVlans = (node: NodeView, nic: string): ReadonlySet<number> | undefined => {
  const ids = new Set<number>();
  for (const neighbor of node.neighbors.get(nic) ?? []) {
    for (const vlan of neighbor.vlans ?? []) ids.add(vlan.id);
  }
  return ids.size === 0 ? undefined : ids;
};
