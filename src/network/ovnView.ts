/**
 * What OVN's databases on a node must hold, worked out from what the API shows: Node annotations,
 * networks, NADs and VMs. Health, flows, ACLs and bindings are in OVN only, and no exec into its
 * pods is made for them. Source: domain reference A.8, A.9, E.3; the article's diagrams 2 and 3.
 */
import { text } from '../cluster/text';
import type { NetworkGraph } from './networkGraph';
import { addDefaultNetwork, gatewayModeOf } from './ovn/addDefaultNetwork';
import { addUserNetworks } from './ovn/addUserNetworks';
import { OvnBuilder } from './ovn/ovnBuilder';
import type { OvnPeer, OvnView } from './ovn/ovnModel';

const peersOf = (graph: NetworkGraph, node: string): readonly OvnPeer[] => {
  const peers: OvnPeer[] = [];
  for (const { name, record } of graph.nodes.values()) {
    if (name === node || record === undefined) continue;
    const { encapIps, transitAddresses } = record.ovn;
    const ends = encapIps.length > 0 ? encapIps : record.internalIps;
    peers.push({ node: name, transitAddresses, encapIps: ends });
  }
  return peers;
};

/** The OVN view of one node; of a node that is not known, the parts every node has. */
export const ovnView = (graph: NetworkGraph, node: string): OvnView => {
  const builder = new OvnBuilder();
  const mode = gatewayModeOf(graph, graph.nodes.get(node)?.record?.ovn);
  addDefaultNetwork(builder, graph, node, mode);
  addUserNetworks(builder, graph, node);
  return {
    node,
    note: text('Expected from API data, not read from OVN.'),
    gatewayMode: mode,
    entities: builder.entities,
    edges: builder.edges,
    peers: peersOf(graph, node),
  };
};
