/** Walks the bridges that VMs could use, on nodes whose state can be relied on. */
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import type { Judgement } from '../finding';
import type { RuleResult } from '../model';
import { bridgeUses } from './bridgeUse';
import type { BridgeUse } from './bridgeUse';
import { judgeNodes } from './judgeNodes';
import { perGraph } from './perGraph';

const usesByNode = perGraph((graph): ReadonlyMap<NodeView, readonly BridgeUse[]> => {
  const index = new Map<NodeView, BridgeUse[]>();
  for (const use of bridgeUses(graph)) {
    const kept = index.get(use.node);
    if (kept === undefined) index.set(use.node, [use]);
    else kept.push(use);
  }
  return index;
});

/** Judges every bridge that a mapping or a NAD uses; blind nodes are unknown. */
export const judgeBridges = (
  rule: string,
  graph: NetworkGraph,
  decide: (use: BridgeUse) => readonly Judgement[],
): RuleResult =>
  judgeNodes(rule, graph, (node) => (usesByNode(graph).get(node) ?? []).flatMap(decide));
