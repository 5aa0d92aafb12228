/**
 * How far the first load has come. VMs and their instances are by far the most, and come last: all that
 * nodes, networks and NADs are made of is there before.
 */
import { isSnapshotComplete } from './isSnapshotComplete';
import type { Snapshot } from './snapshot';

/** 2: every kind has come in. 1: all but VMs or their instances. 0: something else is missing, too. */
export const completeness = (snapshot: Snapshot): 0 | 1 | 2 => {
  if (isSnapshotComplete(snapshot)) return 2;
  const { vms: _vms, vmis: _vmis, ...others } = snapshot;
  return Object.values(others).every((listing) => listing.state !== 'loading') ? 1 : 0;
};
