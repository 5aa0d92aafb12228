/**
 * Which interfaces of a node are NICs. The API has no such flag; the test is the one of domain
 * reference A.3.3 (nmstate nispor/base_iface.rs): an ethernet device that is not a tunnel end
 * and that has a permanent address or negotiates. A device that hears LLDP, or is a port, bond
 * member or VLAN base, counts as well, because thinned-out reports leave the two hints away.
 */
import type { InterfaceRecord } from '../cluster/interfaceRecord';

/** An ethernet device that is no tunnel end. */
export const isEthernet = (record: InterfaceRecord): boolean =>
  record.type === 'ethernet' &&
  !record.name.startsWith('genev_sys_') &&
  record.controller !== 'ovs-system';

/** Physical NICs of a node by name; `isUsed`: the name is a port's, a member's or a VLAN's base. */
export const physicalNicsOf = (
  interfaces: Iterable<InterfaceRecord>,
  isUsed: (name: string) => boolean,
): ReadonlyMap<string, InterfaceRecord> => {
  const nics = new Map<string, InterfaceRecord>();
  for (const record of interfaces) {
    if (!isEthernet(record) || nics.has(record.name)) continue;
    const isPhysical =
      record.permanentMac !== undefined ||
      record.ethernet?.autoNegotiation !== undefined ||
      (record.lldp?.neighbors.length ?? 0) > 0;
    if (isPhysical || isUsed(record.name)) nics.set(record.name, record);
  }
  return nics;
};

const VF_DRIVERS = new Set([
  'iavf',
  'i40evf',
  'ixgbevf',
  'igbvf',
  'mlx5_vf',
  'bnxt_en_vf',
  'qede_vf',
]);

/**
 * Whether a NIC is an SR-IOV virtual function: by driver, or by the kernel's naming of one,
 * `<physical function>v<number>`, where that function offers virtual functions.
 */
export const isVirtualFunction = (
  record: InterfaceRecord,
  nics: ReadonlyMap<string, InterfaceRecord>,
): boolean => {
  if (record.driver !== undefined && VF_DRIVERS.has(record.driver)) return true;
  const parent = /^(.+)v\d+$/.exec(record.name)?.[1];
  const functions = parent === undefined ? undefined : nics.get(parent)?.ethernet?.totalVfs;
  return functions !== undefined && functions > 0;
};
