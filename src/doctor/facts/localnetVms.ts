/**
 * Which VMs use an OVN network on which node: the running instance's node, and the target while
 * it migrates (domain reference C.0 `vmNodes`).
 */
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { perGraph } from './perGraph';

const key = (node: string, network: string): string => `${node} ${network}`;

const indexOf = (graph: NetworkGraph): ReadonlyMap<string, readonly VnicView[]> => {
  const index = new Map<string, VnicView[]>();
  for (const network of graph.networks.values()) {
    for (const vnic of graph.vnicsOfNetwork(network.name)) {
      for (const node of graph.vms.get(`${vnic.namespace}/${vnic.vmName}`)?.nodes ?? []) {
        const kept = index.get(key(node, network.name));
        if (kept === undefined) index.set(key(node, network.name), [vnic]);
        else kept.push(vnic);
      }
    }
  }
  return index;
};

const index = perGraph(indexOf);

/** NICs of the VMs that are on the node and attached to the network. */
export const vnicsOnNode = (
  graph: NetworkGraph,
  node: string,
  network: string,
): readonly VnicView[] => index(graph).get(key(node, network)) ?? [];

/** The same over all networks of a localnet. */
export const localnetVnicsOnNode = (
  graph: NetworkGraph,
  node: string,
  localnet: string,
): readonly VnicView[] =>
  (graph.localnets.get(localnet)?.networks ?? []).flatMap((network) =>
    vnicsOnNode(graph, node, network.name),
  );
