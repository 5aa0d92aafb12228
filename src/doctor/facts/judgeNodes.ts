/**
 * The walk that every check of a node's reported state shares: a node without a state to rely on
 * is unknown where it matters (domain reference NODE-001), all others are judged.
 */
import { entityId } from '../../network/model';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { whyNoMappings } from '../../network/nodeEvidence';
import { judge, unclear } from '../finding';
import type { Judgement, Unclear } from '../finding';
import type { RuleResult } from '../model';
import { perGraph } from './perGraph';
import { scopeNodes } from './scopeNodes';
import { distrust } from './stateTrust';

const doubt = (graph: NetworkGraph, node: NodeView): Unclear | undefined => {
  const reason = distrust(graph, node);
  return reason === undefined ? undefined : unclear(entityId('node', node.name), reason);
};

const scope = perGraph((graph): ReadonlySet<NodeView> => new Set(scopeNodes(graph)));

/** Judges each node whose state can be relied on; `decide` gives what is wrong there. */
export const judgeNodes = (
  rule: string,
  graph: NetworkGraph,
  decide: (node: NodeView) => readonly Judgement[],
): RuleResult => {
  const inScope = scope(graph);
  return judge(rule, graph.nodes.values(), (node) => {
    const doubted = doubt(graph, node);
    if (doubted === undefined) return decide(node);
    return inScope.has(node) ? doubted : undefined;
  });
};

/** `judgeNodes` for checks of bridge mappings: a node that reports none is unknown (A.3.1). */
export const judgeMappedNodes = (
  rule: string,
  graph: NetworkGraph,
  decide: (node: NodeView, mappings: ReadonlyMap<string, string>) => readonly Judgement[],
): RuleResult =>
  judgeNodes(rule, graph, (node) => {
    if (node.mappings !== undefined) return decide(node, node.mappings);
    const reason = whyNoMappings(graph.snapshot, node, node.name);
    return reason === undefined ? [] : [unclear(entityId('node', node.name), reason)];
  });
