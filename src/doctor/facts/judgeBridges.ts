/** Walks the bridges that VMs could use, on nodes whose state can be relied on. */
import type { Judgement } from '../finding';
import type { Wide } from '../itemAnswers';
import type { RuleContext, RuleResult } from '../model';
import { bridgeUsesOn } from './bridgeUse';
import type { BridgeUse } from './bridgeUse';
import { judgeNodes } from './judgeNodes';

const NONE: readonly Judgement[] = [];

/** Judges every bridge that a mapping or a NAD uses; blind nodes are unknown. */
export const judgeBridges = (
  rule: string,
  context: RuleContext,
  decide: (use: BridgeUse) => readonly Judgement[],
  wide?: Wide,
): RuleResult =>
  judgeNodes(
    rule,
    context,
    (node) => {
      let found: Judgement[] | undefined;
      for (const use of bridgeUsesOn(context.graph, node)) {
        const judgements = decide(use);
        if (judgements.length > 0) (found ??= []).push(...judgements);
      }
      return found ?? NONE;
    },
    wide,
  );
