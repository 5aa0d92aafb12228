/**
 * Which policies meet on a node. NMState merges nothing between policies and applies them in no
 * order, so every pair that meets can fight (domain reference B.4).
 */
import type { DesiredState } from '../../cluster/desiredState';
import type { PolicyRecord } from '../../cluster/policyRecord';
import type { NodeView } from '../../network/networkGraph';
import { intentOn } from './policyIntent';
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

interface OpenPair extends PolicyPair {
  readonly nodes: string[];
}

const meet = (node: NodeView, a: PolicyRecord, b: PolicyRecord): PolicyPair | undefined => {
  const [younger, older] = youngerFirst(a, b);
  const youngerIntent = intentOn(younger, node);
  const olderIntent = intentOn(older, node);
  if (youngerIntent === undefined || olderIntent === undefined) return undefined;
  return { younger, older, youngerIntent, olderIntent, nodes: [node.name] };
};

/**
 * Every pair of policies with a common node, once per pair of documents: captures render another
 * document on every node, plain policies the same one everywhere.
 */
export const policyPairs = perGraph((graph): readonly PolicyPair[] => {
  const pairs = new Map<string, OpenPair>();
  for (const node of graph.nodes.values()) {
    const { policies } = node;
    policies.forEach((a, index) => {
      for (const b of policies.slice(index + 1)) {
        const pair = meet(node, a, b);
        if (pair === undefined) continue;
        const ownDocument = a.usesCapture || b.usesCapture ? node.name : '';
        const key = `${pair.younger.meta.name} ${pair.older.meta.name} ${ownDocument}`;
        const kept = pairs.get(key);
        if (kept === undefined) pairs.set(key, { ...pair, nodes: [node.name] });
        else kept.nodes.push(node.name);
      }
    });
  }
  return [...pairs.values()];
});
