/**
 * Nodes on which a change of interfaces can be tried before the others get it: those of a policy that
 * the plan makes for several. A policy selects one node by the label that carries its host name.
 */
import type { NetworkGraph } from '../../network/networkGraph';
import type { Plan, Step } from '../model';
import { recordOf } from '../../cluster/json';

export const HOSTNAME_LABEL = 'kubernetes.io/hostname';

/** A policy of the plan that touches interfaces of several nodes; a mapping alone cuts nobody off. */
export const needsCanary = ({ ref, write, nodes }: Step): boolean =>
  ref.kind === 'NodeNetworkConfigurationPolicy' &&
  write.type === 'create' &&
  nodes.length > 1 &&
  recordOf(recordOf(write.body.spec).desiredState).interfaces !== undefined;

export const hostnameOf = (graph: NetworkGraph, node: string): string | undefined =>
  graph.nodes.get(node)?.record?.meta.labels[HOSTNAME_LABEL];

/** A node that is not ready proves nothing, and often has the fewest VMs. */
const canBeFirst = (graph: NetworkGraph, node: string): boolean =>
  hostnameOf(graph, node) !== undefined && graph.nodes.get(node)?.record?.ready === true;

/** Fewest VMs first, so that the first one is the one to propose; empty where there is nothing to try. */
export const canaryChoices = (graph: NetworkGraph, plan: Plan): readonly string[] => {
  const step = plan.steps.find(needsCanary);
  if (step === undefined) return [];
  return step.nodes
    .filter((node) => canBeFirst(graph, node))
    .map((node) => ({ node, vms: graph.vmsOnNode(node).length }))
    .sort((a, b) => a.vms - b.vms || (a.node < b.node ? -1 : 1))
    .map(({ node }) => node);
};
