/**
 * What another network for a NIC does to its VM: a migration where KubeVirt can, else a restart (domain
 * reference A.7.2).
 */
import type { VmView } from '../network/networkGraph';
import type { AttachEffect } from './vmEffect';

export const moveEffect = ({ vmi }: VmView): AttachEffect => {
  if (vmi === undefined) return 'nextStart';
  const migratable = vmi.conditions.find(({ type }) => type === 'LiveMigratable');
  return migratable?.status === 'False' ? 'needsRestart' : 'migrates';
};
