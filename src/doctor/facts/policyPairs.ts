/**
 * Which policies meet on a node. NMState merges nothing between policies and applies them in no
 * order, so every pair that meets can fight (domain reference B.4).
 */
import type { DesiredState } from '../../cluster/desiredState';
import type { PolicyRecord } from '../../cluster/policyRecord';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { intentOn } from '../../network/policyIntent';
import { perGraph } from './perGraph';
import { youngerFirst } from './youngerPolicy';

export interface PolicyPair {
  readonly younger: PolicyRecord;
  readonly older: PolicyRecord;
  readonly youngerIntent: DesiredState;
  readonly olderIntent: DesiredState;
  /** Nodes on which the two documents meet. */
  readonly nodes: readonly string[];
}

/** Nodes that share their policies; a node with captures has documents of its own. */
const groupNodes = (graph: NetworkGraph): readonly (readonly NodeView[])[] => {
  const groups = new Map<string, NodeView[]>();
  for (const node of graph.nodes.values()) {
    if (node.policies.length < 2) continue;
    const own = node.policies.some((policy) => policy.usesCapture) ? node.name : '';
    const key = `${own} ${node.policies.map((policy) => policy.meta.name).join(' ')}`;
    const kept = groups.get(key);
    if (kept === undefined) groups.set(key, [node]);
    else kept.push(node);
  }
  return [...groups.values()];
};

const meet = (node: NodeView, a: PolicyRecord, b: PolicyRecord): PolicyPair | undefined => {
  const [younger, older] = youngerFirst(a, b);
  const youngerIntent = intentOn(younger, node);
  const olderIntent = intentOn(older, node);
  if (youngerIntent === undefined || olderIntent === undefined) return undefined;
  return { younger, older, youngerIntent, olderIntent, nodes: [] };
};

const pairsOf = (group: readonly NodeView[]): readonly PolicyPair[] => {
  const [first] = group;
  if (first === undefined) return [];
  const nodes = group.map((node) => node.name);
  return first.policies.flatMap((a, index) =>
    first.policies.slice(index + 1).flatMap((b) => {
      const pair = meet(first, a, b);
      return pair === undefined ? [] : [{ ...pair, nodes }];
    }),
  );
};

/** Every pair of policies that meet, for each group of nodes with the same policies. */
export const policyPairs = perGraph((graph): readonly PolicyPair[] =>
  groupNodes(graph).flatMap(pairsOf),
);
