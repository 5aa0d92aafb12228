/**
 * Which VLANs the cluster offers already, by which network and over which bridge. Made once for a whole
 * file: a lookup for each of its rows.
 */
import type { NadRecord } from '../../cluster/nadRecord';
import { pushTo } from '../../network/multiMap';
import type { NetworkGraph, NetworkView } from '../../network/networkGraph';
import { cudnNameOf } from '../../network/networkView';

export interface Service {
  /** What people call the network. */
  readonly network: string;
  /** Bridges that carry it on some node. */
  readonly bridges: ReadonlySet<string>;
}

export const vlansServed = (graph: NetworkGraph): ReadonlyMap<number, readonly Service[]> => {
  const served = new Map<number, Service[]>();
  for (const network of graph.networks.values()) {
    if (network.vlan !== undefined) pushTo(served, network.vlan, serviceOf(graph, network));
  }
  for (const [key, nad] of graph.snapshot.nads.items) {
    const access = bridgeAccess(nad);
    if (access !== undefined) {
      pushTo(served, access.vlan, { network: key, bridges: new Set([access.bridge]) });
    }
  }
  return served;
};

const serviceOf = (graph: NetworkGraph, network: NetworkView): Service => ({
  network: cudnNameOf(network) ?? network.name,
  bridges: new Set(graph.localnets.get(network.physicalName)?.mappings.values() ?? []),
});

/** Bridge and VLAN of a NAD of the bridge CNI. */
const bridgeAccess = ({
  config,
}: NadRecord): { readonly bridge: string; readonly vlan: number } | undefined => {
  if (!('plugin' in config) || config.plugin.family !== 'bridge') return undefined;
  const { bridge, vlan } = config.plugin;
  return vlan === undefined || vlan.value === 0 ? undefined : { bridge, vlan: vlan.value };
};
