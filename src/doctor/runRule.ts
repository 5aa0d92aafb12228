/**
 * Runs one rule safely: a rule whose kinds cannot be read is unknown, a rule that throws is
 * unknown with the error's words and never ends the run (domain reference C.0).
 */
import { text } from '../cluster/text';
import { WHOLE_CLUSTER } from './entityKind';
import { missingEvidence, partialEvidence } from './evidence';
import { whyNotHere } from './ovnRules';
import type { Rule, RuleAnswer, RuleContext, RuleResult } from './model';

const unknownOnly = (rule: Rule, reason: RuleResult['unknown'][number]['reason']): RuleResult => ({
  findings: [],
  unknown: [{ rule: rule.id, subject: WHOLE_CLUSTER, reason }],
});

/** The rule's own answer, before settling and cause linking. */
export const runRule = (rule: Rule, { graph, now }: RuleContext): RuleAnswer => {
  const missing = whyNotHere(rule, graph) ?? missingEvidence(graph.snapshot, rule.reads);
  if (missing !== undefined) return { result: unknownOnly(rule, missing), usedClock: false };
  let usedClock = false;
  const context: RuleContext = {
    graph,
    get now() {
      usedClock = true;
      return now;
    },
  };
  try {
    const result = rule.check(context);
    const partial = partialEvidence(graph.snapshot, rule.reads);
    if (partial === undefined) return { result, usedClock };
    const unknown = [...result.unknown, { rule: rule.id, subject: WHOLE_CLUSTER, reason: partial }];
    return { result: { findings: result.findings, unknown }, usedClock };
  } catch (error) {
    const reason = text('The check itself failed: {{error}}. Please report it.', {
      error: error instanceof Error ? error.message : String(error),
    });
    return { result: unknownOnly(rule, reason), usedClock };
  }
};
