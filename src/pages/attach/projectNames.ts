/** Projects that a form offers: what people made, what VMs are in, and what is chosen already. */
import type { NetworkGraph } from '../../network/networkGraph';

const SYSTEM = /^(openshift|kube)(-|$)/;

/** Sorted. */
export const projectNames = (graph: NetworkGraph, chosen: readonly string[]): readonly string[] => {
  const names = new Set<string>(chosen);
  for (const name of graph.snapshot.namespaces.items.keys())
    if (!SYSTEM.test(name)) names.add(name);
  for (const vm of graph.vms.values()) names.add(vm.namespace);
  return [...names].sort();
};
