/** The projects that a user can see, as far as the network model knows: where to look for jobs. */
import type { NetworkGraph } from '../../network/networkGraph';

/** Sorted by name. */
export const visibleNamespaces = ({ snapshot, vms }: NetworkGraph): readonly string[] => {
  const names = new Set<string>(snapshot.namespaces.items.keys());
  for (const vm of vms.values()) names.add(vm.namespace);
  return [...names].sort();
};
