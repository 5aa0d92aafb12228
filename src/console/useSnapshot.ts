/** The cluster as it is known now, live. Starts the watches when the first component asks. */
import type { Snapshot } from '../cluster/snapshot';
import { useClusterWatch } from './useClusterWatch';
import { useStore } from './useStore';

export const useSnapshot = (): Snapshot => {
  const watch = useClusterWatch();
  return useStore(watch.subscribe, watch.getSnapshot);
};
