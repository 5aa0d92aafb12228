/**
 * What the JSON answer holds beside the contract: everything else that the pure core works out of
 * a cluster, so that a script needs no second program. Names are those of the graph's own types.
 */
import { formatText } from '../../src/cluster/text';
import type { Text } from '../../src/cluster/text';
import { coverageMatrix } from '../../src/network/coverageMatrix';
import { compareNode, compareVnic } from '../../src/network/intendedVsActual';
import type { Comparison } from '../../src/network/intendedVsActual';
import type { NetworkGraph } from '../../src/network/networkGraph';
import { ovnView } from '../../src/network/ovnView';
import { profilesOf } from '../../src/network/profiles';
import { foldVms } from '../../src/network/vmFolding';
import { vmReach } from '../../src/network/vmReach';

const sentence = (text: Text | undefined): string | undefined =>
  text === undefined ? undefined : formatText(text);

/** Nodes of an answer: all, or the one it is limited to. */
const nodesOf = (graph: NetworkGraph, only: string | undefined): readonly string[] =>
  [...graph.nodes.keys()].filter((name) => only === undefined || name === only);

/**
 * Network by node: the nodes it reaches, and why it does not reach the others, or why that is not
 * known. Every node is in one of the two lists.
 */
export const coveragePart = (graph: NetworkGraph, only: string | undefined): readonly object[] =>
  coverageMatrix(graph).map(({ id, name, nodes, counts }) => {
    const asked = [...nodes.values()].filter(({ node }) => only === undefined || node === only);
    return {
      id,
      name,
      counts,
      covered: asked.filter(({ state }) => state === 'ok').map(({ node }) => node),
      notCovered: asked
        .filter(({ state }) => state !== 'ok')
        .map(({ reason, ...rest }) => ({ ...rest, reason: sentence(reason) })),
    };
  });

/** Nodes that look alike, and what sets the others apart. */
export const profilePart = (graph: NetworkGraph, only: string | undefined): readonly object[] =>
  profilesOf(graph)
    .filter(({ nodes }) => only === undefined || nodes.includes(only))
    .map(({ id, role, nodes, title, resembles, differences }) => ({
      id,
      role,
      title: formatText(title),
      nodes,
      resembles,
      differences: differences.map((difference) => ({
        ...difference,
        sentence: formatText(difference.sentence),
      })),
    }));

const comparisonOf = (comparison: Comparison, node: string | undefined): object => ({
  ...comparison,
  policy: comparison.policy === '' ? undefined : comparison.policy,
  node,
  reason: sentence(comparison.reason),
  fields: comparison.fields.filter(({ agreement }) => agreement !== 'same'),
});

/**
 * Where what is wanted and what is there disagree, or cannot be compared: field by field, of the
 * policies on each node and of the VM NICs. What agrees is left out.
 */
export const differencePart = (
  graph: NetworkGraph,
  only: string | undefined,
): readonly object[] => {
  const differs = ({ agreement }: Comparison): boolean => agreement !== 'same';
  const ofNodes = nodesOf(graph, only).flatMap((node) =>
    compareNode(graph, node)
      .filter(differs)
      .map((comparison) => comparisonOf(comparison, node)),
  );
  const ofVms: object[] = [];
  for (const vm of graph.vms.values()) {
    if (only !== undefined && !vm.nodes.includes(only)) continue;
    for (const vnic of vm.vnics) {
      const comparison = compareVnic(vnic);
      if (comparison !== undefined && differs(comparison)) {
        ofVms.push(comparisonOf(comparison, vm.node === '' ? undefined : vm.node));
      }
    }
  }
  return [...ofNodes, ...ofVms];
};

/** VMs by network and namespace. */
export const vmGroupPart = (graph: NetworkGraph): readonly object[] =>
  foldVms(graph).map(({ id, attachedTo, namespace, vms, vnics, running, states }) => ({
    id,
    attachedTo,
    namespace,
    vms: vms.length,
    vnics: vnics.length,
    running,
    states,
  }));

/** VMs that some of the nodes they may run on cannot serve: "can run on k of m". */
export const reachPart = (graph: NetworkGraph): readonly object[] => {
  const parts: object[] = [];
  for (const [key, { id }] of graph.vms) {
    const reach = vmReach(graph, key);
    if (reach === undefined || reach.lacking.length === 0) continue;
    parts.push({
      id,
      covered: reach.covered.length,
      eligible: reach.eligible.length,
      lacking: reach.lacking.map(({ node, nads }) => ({
        node,
        nads: nads.map(({ nad, coverage }) => ({
          nad: `nad/${nad}`,
          state: coverage.state,
          reason: sentence(coverage.reason),
        })),
      })),
    });
  }
  return parts;
};

/** The OVN view of a node, marked as expected from API data. */
export const ovnPart = (graph: NetworkGraph, node: string): object => {
  const view = ovnView(graph, node);
  return {
    node,
    note: formatText(view.note),
    gatewayMode: view.gatewayMode,
    nodes: [...view.entities.values()].map((entity) => ({
      ...entity,
      reason: sentence(entity.reason),
    })),
    edges: [...view.edges.values()].map(({ source, target, kind, attributes }) => ({
      source,
      target,
      kind,
      attributes: Object.keys(attributes).length === 0 ? undefined : attributes,
    })),
    peers: view.peers,
  };
};
