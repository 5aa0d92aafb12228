/** Whether every kind has come in; what is missing then is missing for a reason. */
import type { Snapshot } from './snapshot';

export const isSnapshotComplete = (snapshot: Snapshot): boolean =>
  Object.values(snapshot).every((listing) => listing.state !== 'loading');
