/** Launcher pods by the uid of their VMI, the youngest where there are several (domain reference A.7.3). */
import type { PodRecord } from '../../cluster/clusterRecords';
import { perGraph } from './perGraph';

const CREATED_BY = 'kubevirt.io/created-by';

/** VMI uid -> its youngest launcher pod. */
export const launcherPods = perGraph(
  (graph): ReadonlyMap<string, PodRecord> => {
    const byVmi = new Map<string, PodRecord>();
    for (const pod of graph.snapshot.pods.items.values()) {
      const uid = pod.meta.labels[CREATED_BY];
      if (uid === undefined) continue;
      const known = byVmi.get(uid);
      if (known === undefined || (pod.meta.createdAt ?? 0) > (known.meta.createdAt ?? 0)) {
        byVmi.set(uid, pod);
      }
    }
    return byVmi;
  },
  { of: ['pods'] },
);
