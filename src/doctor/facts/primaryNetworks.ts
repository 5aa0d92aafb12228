/**
 * Namespaces whose pod network is a user-defined one: a primary UDN or CUDN reaches them, or a
 * NAD there has role primary. A VM's pod NIC is then on that network (domain reference A.5).
 */
import { cudnNetworkName, udnNetworkName } from '../../cluster/networkNameOf';
import { ovnNads } from '../nadFacts';
import type { Wide } from '../itemAnswers';
import { perGraph } from './perGraph';

/** Namespace -> name of its primary OVN network. */
export const primaryNetworks = perGraph(
  (graph): ReadonlyMap<string, string> => {
    const byNamespace = new Map<string, string>();
    for (const { nad, config, plugin } of ovnNads(graph)) {
      if (plugin.role === 'primary') byNamespace.set(nad.meta.namespace, config.name);
    }
    for (const udn of graph.snapshot.udns.items.values()) {
      if (udn.network.role === 'Primary') byNamespace.set(udn.meta.namespace, udnNetworkName(udn));
    }
    for (const cudn of graph.snapshot.cudns.items.values()) {
      if (cudn.network.role !== 'Primary') continue;
      for (const namespace of graph.namespacesOfCudn(cudn.meta.name) ?? []) {
        byNamespace.set(namespace, cudnNetworkName(cudn));
      }
    }
    return byNamespace;
  },
  { of: ['nads', 'udns', 'cudns', 'namespaces'] },
);

/** Some namespace has another primary network than before: its VMs' pod NICs are on that one. */
export const changesPrimary: Wide = (change, kind) => {
  if (kind !== 'nads') return false;
  const old = primaryNetworks(change.before);
  const now = primaryNetworks(change.after);
  if (old.size !== now.size) return true;
  for (const [namespace, network] of now) if (old.get(namespace) !== network) return true;
  return false;
};
