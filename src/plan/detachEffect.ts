/**
 * What taking a NIC away does to its VM. KubeVirt unplugs only NICs with bridge binding; any other
 * leaves with a restart (kubevirt pkg/network/vmliveupdate/restart.go; domain reference A.7.2).
 */
import type { VnicView } from '../network/networkGraph';

/** `atOnce`: the VM is stopped. */
export type DetachEffect = 'atOnce' | 'live' | 'needsRestart';

/** Names that old VMs gave the interface in the pod, `net1`, `net2`; those cannot be unplugged. */
const ORDINAL_NAME = /^net\d+$/;

export const detachEffect = (vnic: VnicView): DetachEffect => {
  if (vnic.vmi === undefined) return 'atOnce';
  const binding = (vnic.instanceNic ?? vnic.nic)?.binding ?? 'bridge';
  const isOrdinal = ORDINAL_NAME.test(vnic.status?.podInterfaceName ?? '');
  return binding === 'bridge' && !isOrdinal ? 'live' : 'needsRestart';
};
