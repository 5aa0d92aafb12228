/**
 * What adding a NIC does to a VM: nothing now, a live migration, or a restart. On OpenShift plan
 * for migration: the dynamic networks controller is not part of it. Domain reference A.7.2.
 */
import type { VmView } from '../network/networkGraph';

export type VmEffect = 'nextStart' | 'migrates' | 'needsRestart' | 'unknown';

/** KubeVirt reserves four PCI slots for hot-plugged NICs, existing ones included. */
const HOTPLUG_SLOTS = 4;

export const vmEffect = (vm: VmView): VmEffect => {
  if (vm.vmi === undefined) return vm.vm === undefined ? 'unknown' : 'nextStart';
  const migratable = vm.vmi.conditions.find((condition) => condition.type === 'LiveMigratable');
  if (migratable?.status === 'False') return 'needsRestart';
  if (vm.vmi.networking.interfaces.length >= HOTPLUG_SLOTS) return 'needsRestart';
  return 'migrates';
};
