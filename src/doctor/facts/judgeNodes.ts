/**
 * The walk that every check of a node's reported state shares: a node without a state to rely on
 * is unknown where it matters (domain reference NODE-001), all others are judged.
 */
import { entityId } from '../../network/model';
import type { NetworkGraph, NodeView } from '../../network/networkGraph';
import { whyNoMappings } from '../../network/nodeEvidence';
import { unclear } from '../finding';
import type { Judgement, Unclear } from '../finding';
import { judgeEach } from '../judgeEach';
import type { Wide } from '../itemAnswers';
import type { RuleContext, RuleResult } from '../model';
import { NODES } from '../walk';
import { isInScope } from './scopeNodes';
import { distrust } from './stateTrust';

const doubt = (graph: NetworkGraph, node: NodeView): Unclear | undefined => {
  const reason = distrust(graph, node);
  return reason === undefined ? undefined : unclear(entityId('node', node.name), reason);
};

/** Judges each node whose state can be relied on; `decide` gives what is wrong there. */
export const judgeNodes = (
  rule: string,
  context: RuleContext,
  decide: (node: NodeView) => readonly Judgement[],
  wide?: Wide,
): RuleResult =>
  judgeEach(
    context,
    rule,
    NODES,
    (node) => {
      const doubted = doubt(context.graph, node);
      if (doubted === undefined) return decide(node);
      return isInScope(context.graph, node) ? doubted : undefined;
    },
    wide,
  );

/** `judgeNodes` for checks of bridge mappings: a node that reports none is unknown (A.3.1). */
export const judgeMappedNodes = (
  rule: string,
  context: RuleContext,
  decide: (node: NodeView, mappings: ReadonlyMap<string, string>) => readonly Judgement[],
): RuleResult =>
  judgeNodes(rule, context, (node) => {
    if (node.mappings !== undefined) return decide(node, node.mappings);
    const reason = whyNoMappings(context.graph.snapshot, node, node.name);
    return reason === undefined ? [] : [unclear(entityId('node', node.name), reason)];
  });
