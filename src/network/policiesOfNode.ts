/**
 * Which policies reach a node: every pair of the policy's nodeSelector must be a label of the
 * node, and an empty selector reaches all nodes (domain reference A.1.1). A node whose labels
 * nobody lets us read, or that gets no NMState handler, is reached by those policies that have an
 * enactment on it.
 */
import type { EnactmentRecord } from '../cluster/enactmentRecord';
import { nodeSelectorMatches } from '../cluster/labelSelectorMatches';
import type { NodeRecord } from '../cluster/nodeRecord';
import type { PolicyRecord } from '../cluster/policyRecord';

/**
 * Policies that reach the node, in the order given (callers pass them sorted by name). `handlers`
 * are the labels of nodes with a handler.
 */
export const policiesOfNode = (
  policies: readonly PolicyRecord[],
  record: NodeRecord | undefined,
  enactments: ReadonlyMap<string, EnactmentRecord>,
  handlers: Readonly<Record<string, string>>,
): readonly PolicyRecord[] => {
  const labels = record?.meta.labels;
  const isReached = labels !== undefined && nodeSelectorMatches(handlers, labels);
  return policies.filter((policy) =>
    isReached ? nodeSelectorMatches(policy.nodeSelector, labels) : enactments.has(policy.meta.name),
  );
};
