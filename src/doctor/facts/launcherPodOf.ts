/**
 * The launcher pod of a VM, the youngest where there are several: by the uid of the VMI, or by its
 * name where a pod does not carry the uid (domain reference A.7.3).
 */
import type { PodRecord } from '../../cluster/clusterRecords';
import type { NetworkGraph, VmView } from '../../network/networkGraph';
import { perGraph } from './perGraph';

const CREATED_BY = 'kubevirt.io/created-by';
const NAMES = ['vmi.kubevirt.io/id', 'vm.kubevirt.io/name'] as const;
const KIND = 'kubevirt.io';

/** VMI uid, else `namespace/name` of the VMI; undefined for a pod that is no launcher. */
const ownerOf = ({ meta: { labels, namespace } }: PodRecord): string | undefined => {
  if (labels[CREATED_BY] !== undefined) return labels[CREATED_BY];
  const name = NAMES.map((label) => labels[label]).find((value) => value !== undefined);
  return labels[KIND] !== 'virt-launcher' || name === undefined
    ? undefined
    : `${namespace}/${name}`;
};

const podsByOwner = perGraph(
  (graph): ReadonlyMap<string, PodRecord> => {
    const byOwner = new Map<string, PodRecord>();
    for (const pod of graph.snapshot.pods.items.values()) {
      const owner = ownerOf(pod);
      if (owner === undefined) continue;
      const known = byOwner.get(owner);
      if (known === undefined || (pod.meta.createdAt ?? 0) > (known.meta.createdAt ?? 0)) {
        byOwner.set(owner, pod);
      }
    }
    return byOwner;
  },
  { of: ['pods'] },
);

/** Undefined where the VM does not run, or its pod was not read. */
export const launcherPodOf = (graph: NetworkGraph, vm: VmView): PodRecord | undefined => {
  if (vm.vmi === undefined) return undefined;
  const pods = podsByOwner(graph);
  if (pods.size === 0) return undefined;
  return pods.get(vm.vmi.meta.uid) ?? pods.get(vm.key);
};
