/**
 * Nodes on which a change of interfaces can be tried before the others get it: those of a policy that
 * the plan makes or changes for several. A policy selects one node by the label that carries its host name.
 */
import type { NetworkGraph } from '../../network/networkGraph';
import type { Plan, Step } from '../model';
import { asArray, recordOf } from '../../cluster/json';
import { jsonEqual } from '../../cluster/jsonEqual';
import type { KubeObject } from '../../cluster/kubeObject';

export const HOSTNAME_LABEL = 'kubernetes.io/hostname';

/**
 * A policy of the plan that touches interfaces of several nodes; a mapping alone cuts nobody off. So does a
 * change of one that is there, as far as it asks for something of an interface that it did not ask before.
 */
export const needsCanary = ({ ref, write, nodes, stage }: Step): boolean => {
  if (ref.kind !== 'NodeNetworkConfigurationPolicy' || nodes.length < 2) return false;
  if (stage !== undefined || write.type === 'delete') return false;
  if (write.type === 'create') return interfacesOf(write.body).length > 0;
  const before = interfacesOf(write.before);
  return interfacesOf(write.after).some((entry) => !before.some((old) => jsonEqual(old, entry)));
};

const interfacesOf = ({ spec }: KubeObject): readonly unknown[] =>
  asArray(recordOf(recordOf(spec).desiredState).interfaces);

export const hostnameOf = (graph: NetworkGraph, node: string): string | undefined =>
  graph.nodes.get(node)?.record?.meta.labels[HOSTNAME_LABEL];

/** A node that is not ready proves nothing, and often has the fewest VMs. */
const canBeFirst = (graph: NetworkGraph, node: string): boolean =>
  hostnameOf(graph, node) !== undefined && graph.nodes.get(node)?.record?.ready === true;

/** Fewest VMs first, so that the first one is the one to propose; empty where there is nothing to try. */
export const canaryChoices = (graph: NetworkGraph, plan: Plan): readonly string[] => {
  const step = plan.steps.find(needsCanary);
  return step === undefined ? [] : firstNodes(graph, step);
};

/** The same of one step. */
export const firstNodes = (graph: NetworkGraph, { nodes }: Step): readonly string[] =>
  nodes
    .filter((node) => canBeFirst(graph, node))
    .map((node) => ({ node, vms: graph.vmsOnNode(node).length }))
    .sort((a, b) => a.vms - b.vms || (a.node < b.node ? -1 : 1))
    .map(({ node }) => node);
