/**
 * Tells two migrations of a VM apart. A changed network is in use only once a new launcher pod
 * runs, and the instance's spec says so before that (domain reference A.7.2).
 */
import type { VmView } from '../network/networkGraph';

/** '' for an instance that has not migrated; the same value as long as no other migration ends. */
export const migrationKey = (vm: VmView | undefined): string => {
  const migration = vm?.vmi?.migration;
  if (migration === undefined || !migration.completed) return '';
  return [migration.endedAt ?? '', migration.sourceNode, migration.targetNode].join('/');
};
