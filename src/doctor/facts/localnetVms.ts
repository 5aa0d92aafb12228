/**
 * Which VMs use an OVN network on which node: the running instance's node, and the target while
 * it migrates (domain reference C.0 `vmNodes`).
 */
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { perGraph } from './perGraph';

type ByNode = ReadonlyMap<string, readonly VnicView[]>;

const NOBODY: ByNode = new Map();

const add = (
  index: Map<string, Map<string, VnicView[]>>,
  key: string,
  vnic: VnicView,
  node: string,
) => {
  const byNode = index.get(key) ?? new Map<string, VnicView[]>();
  index.set(key, byNode);
  const kept = byNode.get(node);
  if (kept === undefined) byNode.set(node, [vnic]);
  else if (!kept.includes(vnic)) kept.push(vnic);
};

const byNetwork = perGraph((graph): ReadonlyMap<string, ByNode> => {
  const index = new Map<string, Map<string, VnicView[]>>();
  for (const vm of graph.vms.values()) {
    if (vm.nodes.length === 0) continue;
    for (const vnic of vm.vnics) {
      for (const key of [vnic.nadKey, vnic.instanceNadKey]) {
        const network = key === undefined ? undefined : graph.networkOfNad(key);
        if (network === undefined) continue;
        for (const node of vm.nodes) add(index, network.name, vnic, node);
      }
    }
  }
  return index;
});

/** Node -> NICs of the VMs there that are attached to the network. */
export const vnicsByNode = (graph: NetworkGraph, networkName: string): ByNode =>
  byNetwork(graph).get(networkName) ?? NOBODY;

/** NICs of the VMs on the node that are attached to any network of the localnet. */
export const localnetVnicsOnNode = (
  graph: NetworkGraph,
  node: string,
  localnet: string,
): readonly VnicView[] =>
  (graph.localnets.get(localnet)?.networks ?? []).flatMap(
    (network) => vnicsByNode(graph, network.name).get(node) ?? [],
  );
