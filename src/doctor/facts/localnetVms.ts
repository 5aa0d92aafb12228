/**
 * Which VMs use an OVN network on which node: the running instance's node, and the target while
 * it migrates (domain reference C.0 `vmNodes`).
 */
import type { NetworkGraph, NetworkView, VnicView } from '../../network/networkGraph';
import { perGraph } from './perGraph';

const networksByNad = perGraph(() => new Map<string, NetworkView | undefined>(), {
  of: ['nads', 'cudns', 'udns', 'namespaces'],
});

const networkOf = (graph: NetworkGraph, nadKey: string): NetworkView | undefined => {
  const known = networksByNad(graph);
  if (known.has(nadKey)) return known.get(nadKey);
  const network = graph.networkOfNad(nadKey);
  known.set(nadKey, network);
  return network;
};

const NONE: readonly NetworkView[] = [];

/** The OVN networks that the NIC is on, by template and by instance; mostly one. */
export const networksOfVnic = (graph: NetworkGraph, vnic: VnicView): readonly NetworkView[] => {
  const { nadKey, instanceNadKey } = vnic;
  const wanted = nadKey === undefined ? undefined : networkOf(graph, nadKey);
  const actual = instanceNadKey === undefined ? undefined : networkOf(graph, instanceNadKey);
  if (wanted === undefined) return actual === undefined ? NONE : [actual];
  return actual === undefined || actual === wanted ? [wanted] : [wanted, actual];
};

/** NICs of the VMs on the node that are attached to any network of the localnet. */
export const localnetVnicsOnNode = (
  graph: NetworkGraph,
  node: string,
  localnet: string,
): readonly VnicView[] => {
  const networks = new Set(graph.localnets.get(localnet)?.networks);
  return graph
    .vmsOnNode(node)
    .flatMap(({ vnics }) => vnics)
    .filter((vnic) => networksOfVnic(graph, vnic).some((network) => networks.has(network)));
};
