/** VM NICs on the pod network, by namespace: on a primary UDN these are the attached ones. */
import type { VnicView } from '../../network/networkGraph';
import { perGraph } from './perGraph';
import { vmNics } from './vmNics';

/** Namespace -> NICs whose network is the pod network. */
export const podNics = perGraph((graph): ReadonlyMap<string, readonly VnicView[]> => {
  const byNamespace = new Map<string, VnicView[]>();
  for (const vnic of vmNics(graph).all) {
    if (vnic.network?.source.type !== 'pod') continue;
    const vnics = byNamespace.get(vnic.namespace);
    if (vnics === undefined) byNamespace.set(vnic.namespace, [vnic]);
    else vnics.push(vnic);
  }
  return byNamespace;
});
