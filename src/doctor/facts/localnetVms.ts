/**
 * Which VMs use an OVN network on which node: the running instance's node, and the target while
 * it migrates (domain reference C.0 `vmNodes`).
 */
import type { NetworkGraph, NetworkView, VnicView } from '../../network/networkGraph';
import { perGraph } from './perGraph';

const NONE: readonly NetworkView[] = [];

/** NAD key -> the OVN network of the NAD, as a list of one or none, which its NICs share. */
const networksByNad = perGraph(() => new Map<string, readonly NetworkView[]>(), {
  of: ['nads', 'cudns', 'udns', 'namespaces'],
});

const networksOfNad = (graph: NetworkGraph, nadKey: string): readonly NetworkView[] => {
  const known = networksByNad(graph);
  const kept = known.get(nadKey);
  if (kept !== undefined) return kept;
  const network = graph.networkOfNad(nadKey);
  const networks = network === undefined ? NONE : [network];
  known.set(nadKey, networks);
  return networks;
};

/** The OVN networks that the NIC is on, by template and by instance; mostly one. */
export const networksOfVnic = (graph: NetworkGraph, vnic: VnicView): readonly NetworkView[] => {
  const { nadKey, instanceNadKey } = vnic;
  const wanted = nadKey === undefined ? NONE : networksOfNad(graph, nadKey);
  if (instanceNadKey === undefined) return wanted;
  const actual = networksOfNad(graph, instanceNadKey);
  return actual[0] === wanted[0] ? wanted : [...wanted, ...actual];
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
