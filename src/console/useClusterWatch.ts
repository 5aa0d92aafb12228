/** The cluster watch for whoever the console acts for; what stores outside React subscribe to. */
import type { ClusterWatch } from './clusterWatch/ClusterWatch';
import { clusterWatchFor } from './clusterWatch/clusterWatchFor';
import { useImpersonation } from './useImpersonation';

export const useClusterWatch = (): ClusterWatch => clusterWatchFor(useImpersonation());
