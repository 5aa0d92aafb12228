/** The network model of the cluster, live; the same object for every component of every page. */
import { useEffect } from 'react';
import { useClusterWatch } from '../../console/useClusterWatch';
import { useProjectChoice } from '../../console/useProjectChoice';
import { useStore } from '../../console/useStore';
import type { NetworkModel } from './networkModel';
import { networkModelStore } from './networkModelStore';

/** @throws a defect of the computation, for an error boundary to show */
export const useNetworkModel = (): NetworkModel => {
  const watch = useClusterWatch();
  useProjectChoice();
  useEffect(() => networkModelStore.follow(watch), [watch]);
  return useStore(networkModelStore.subscribe, networkModelStore.getModel);
};
