/**
 * What adding a NIC does to a VM: nothing now, a live migration, or a restart. On OpenShift plan
 * for migration: the dynamic networks controller is not part of it. Domain reference A.7.2.
 */
import type { VmView } from '../network/networkGraph';
import type { DetachEffect } from './detachEffect';

export type AttachEffect = 'nextStart' | 'migrates' | 'needsRestart' | 'unknown';

export type VmEffect = AttachEffect | DetachEffect;

/** KubeVirt reserves four PCI slots for hot-plugged NICs, existing ones included. */
const HOTPLUG_SLOTS = 4;

/** Without an instance to be seen, only these say that there is none. */
const STOPPED: ReadonlySet<string> = new Set(['', 'Stopped', 'Stopping', 'Provisioning']);

export const vmEffect = (vm: VmView): AttachEffect => {
  if (vm.vmi === undefined) {
    return vm.vm !== undefined && STOPPED.has(vm.vm.printableStatus) ? 'nextStart' : 'unknown';
  }
  const migratable = vm.vmi.conditions.find((condition) => condition.type === 'LiveMigratable');
  if (migratable?.status === 'False') return 'needsRestart';
  if (vm.vmi.networking.interfaces.length >= HOTPLUG_SLOTS) return 'needsRestart';
  return migratable?.status === 'True' ? 'migrates' : 'unknown';
};
