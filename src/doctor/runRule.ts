/**
 * Runs one rule safely: a rule whose kinds cannot be read is unknown, a rule that throws is
 * unknown with the error's words and never ends the run (domain reference C.0).
 */
import { text } from '../cluster/text';
import type { Text } from '../cluster/text';
import { WHOLE_CLUSTER } from './entityKind';
import { missingEvidence, partialEvidence } from './evidence';
import { whyNotHere } from './ovnRules';
import type { Rule, RuleAnswer, RuleContext, RuleResult } from './model';
import { RuleRun } from './ruleRun';
import type { Since } from './ruleRun';

const unknownOnly = (rule: Rule, reason: Text): RuleResult => ({
  findings: [],
  unknown: [{ rule: rule.id, subject: WHOLE_CLUSTER, reason }],
});

/** The answer of a run that asked nothing of the items, or failed among them. */
const withoutMemory = (rule: Rule, reason: Text, usedClock: boolean): RuleAnswer => ({
  result: unknownOnly(rule, reason),
  usedClock,
  memory: [],
});

const answerOf = (rule: Rule, run: RuleRun): RuleAnswer => {
  const result = rule.check(run);
  const { usedClock } = run;
  const partial = partialEvidence(run.graph.snapshot, rule.reads);
  if (partial === undefined) return { result, usedClock, memory: run.memory };
  const unknown = [...result.unknown, { rule: rule.id, subject: WHOLE_CLUSTER, reason: partial }];
  return { result: { findings: result.findings, unknown }, usedClock, memory: run.memory };
};

/** The rule's own answer, before settling and cause linking; `since` its last one and what changed. */
export const runRule = (rule: Rule, { graph, now }: RuleContext, since?: Since): RuleAnswer => {
  const missing = whyNotHere(rule, graph) ?? missingEvidence(graph.snapshot, rule.reads);
  if (missing !== undefined) return withoutMemory(rule, missing, false);
  const run = new RuleRun(graph, now, since);
  try {
    return answerOf(rule, run);
  } catch (error) {
    const reason = text('The check itself failed: {{error}}. Please report it.', {
      error: error instanceof Error ? error.message : String(error),
    });
    return withoutMemory(rule, reason, run.usedClock);
  }
};
