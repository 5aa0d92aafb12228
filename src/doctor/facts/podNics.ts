/** VM NICs on the pod network, by namespace: on a primary UDN these are the attached ones. */
import type { VnicView } from '../../network/networkGraph';
import { perGraph } from './perGraph';

/** Namespace -> NICs whose network is the pod network. */
export const podNics = perGraph(
  (graph): ReadonlyMap<string, readonly VnicView[]> => {
    const byNamespace = new Map<string, VnicView[]>();
    for (const { vnics } of graph.vms.values()) {
      for (const vnic of vnics) {
        if (vnic.network?.source.type !== 'pod') continue;
        const known = byNamespace.get(vnic.namespace);
        if (known === undefined) byNamespace.set(vnic.namespace, [vnic]);
        else known.push(vnic);
      }
    }
    return byNamespace;
  },
  { of: ['vms', 'vmis'] },
);
