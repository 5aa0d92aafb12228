/**
 * The bridges behind one localnet, node by node, as far as the nodes can be trusted and VMs can
 * be there: what VMs meet when they move (domain reference NODE-010, NODE-011).
 */
import type { LocalnetView, NetworkGraph, NodeView } from '../../network/networkGraph';
import { entityId } from '../../network/model';
import { carriersOfLocalnet } from '../wiredNads';
import type { Carrier } from '../wiredNads';
import { GRAPH_NODE_KINDS, keepsNodes, perGraph } from './perGraph';
import { distrust } from './stateTrust';
import { takesVms } from './takesVms';

/** Nodes whose state counts: reliable, and open to VMs. */
const countingNodes = perGraph(
  (graph: NetworkGraph): ReadonlySet<NodeView> =>
    new Set(
      [...graph.nodes.values()].filter(
        (node) => distrust(graph, node) === undefined && takesVms(graph, node),
      ),
    ),
  { of: GRAPH_NODE_KINDS, unless: keepsNodes },
);

const spanOf = (graph: NetworkGraph, localnet: LocalnetView): readonly Carrier[] => {
  const counting = countingNodes(graph);
  const carriers = carriersOfLocalnet(graph, localnet.name);
  return counting.size === graph.nodes.size
    ? carriers
    : carriers.filter(({ node }) => counting.has(node));
};

const spans = perGraph(() => new Map<LocalnetView, readonly Carrier[]>());

/** Where the localnet is mapped to an OVS bridge that is there. */
export const localnetBridges = (
  graph: NetworkGraph,
  localnet: LocalnetView,
): readonly Carrier[] => {
  const known = spans(graph).get(localnet);
  if (known !== undefined) return known;
  const span = spanOf(graph, localnet);
  spans(graph).set(localnet, span);
  return span;
};

/** Ids of mappings and nodes, for `related`. */
export const spanIds = (localnet: LocalnetView, span: readonly Carrier[]): string[] =>
  span.flatMap(({ node }) => [
    entityId('node', node.name),
    entityId('mapping', node.name, localnet.name),
  ]);
