/** Walks the bridges that VMs could use, on nodes whose state can be relied on. */
import type { Judgement } from '../finding';
import type { Wide } from '../itemAnswers';
import type { RuleContext, RuleResult } from '../model';
import { bridgeUsesOn } from './bridgeUse';
import type { BridgeUse } from './bridgeUse';
import { judgeNodes } from './judgeNodes';

/** Judges every bridge that a mapping or a NAD uses; blind nodes are unknown. */
export const judgeBridges = (
  rule: string,
  context: RuleContext,
  decide: (use: BridgeUse) => readonly Judgement[],
  wide?: Wide,
): RuleResult =>
  judgeNodes(rule, context, (node) => bridgeUsesOn(context.graph, node).flatMap(decide), wide);
