/**
 * Which VMs use an OVN network on which node: the running instance's node, and the target while
 * it migrates (domain reference C.0 `vmNodes`).
 */
import type { NetworkGraph, VmView, VnicView } from '../../network/networkGraph';
import { perGraph } from './perGraph';
import { vmNics } from './vmNics';

type ByNode = ReadonlyMap<string, readonly VnicView[]>;

const NOBODY: ByNode = new Map();

const add = (
  index: Map<string, Map<string, VnicView[]>>,
  key: string,
  vnic: VnicView,
  node: string,
) => {
  let byNode = index.get(key);
  if (byNode === undefined) {
    byNode = new Map();
    index.set(key, byNode);
  }
  const kept = byNode.get(node);
  if (kept === undefined) byNode.set(node, [vnic]);
  else if (!kept.includes(vnic)) kept.push(vnic);
};

/** NAD key -> name of its OVN network. */
const networkNames = perGraph((graph): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const key of graph.snapshot.nads.items.keys()) {
    const network = graph.networkOfNad(key);
    if (network !== undefined) names.set(key, network.name);
  }
  return names;
});

const byNetwork = perGraph((graph): ReadonlyMap<string, ByNode> => {
  const index = new Map<string, Map<string, VnicView[]>>();
  const names = networkNames(graph);
  const addNic = (vnic: VnicView, vm: VmView, key: string | undefined): void => {
    const network = key === undefined ? undefined : names.get(key);
    if (network === undefined) return;
    for (const node of vm.nodes) add(index, network, vnic, node);
  };
  for (const [vnic, vm] of vmNics(graph).owners) {
    addNic(vnic, vm, vnic.nadKey);
    addNic(vnic, vm, vnic.instanceNadKey);
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
