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

const answerOf = (rule: Rule, run: RuleRun, result: RuleResult): RuleAnswer => {
  // Looking at the result may be what works it out, so that goes before asking for the clock.
  const { findings, unknown } = result;
  const { usedClock, memory } = run;
  const partial = partialEvidence(run.graph.snapshot, rule.reads);
  if (partial === undefined) return { result: { findings, unknown }, usedClock, memory };
  const more = [...unknown, { rule: rule.id, subject: WHOLE_CLUSTER, reason: partial }];
  return { result: { findings, unknown: more }, usedClock, memory };
};

const failed = (rule: Rule, run: RuleRun, error: unknown): RuleAnswer => {
  const reason = text('The check itself failed: {{error}}. Please report it.', {
    error: error instanceof Error ? error.message : String(error),
  });
  return withoutMemory(rule, reason, run.usedClock);
};

/**
 * Begins with a rule; what is returned gives its own answer, before settling and cause linking.
 * Rules that go over the same items do so together when all have begun before the first is asked.
 * `since`: its last answer and what changed.
 */
export const startRule = (
  rule: Rule,
  { graph, now }: RuleContext,
  since?: Since,
): (() => RuleAnswer) => {
  const missing = whyNotHere(rule, graph) ?? missingEvidence(graph.snapshot, rule.reads);
  if (missing !== undefined) return () => withoutMemory(rule, missing, false);
  const run = new RuleRun(graph, now, since);
  try {
    const result = rule.check(run);
    return () => {
      try {
        return answerOf(rule, run, result);
      } catch (error) {
        return failed(rule, run, error);
      }
    };
  } catch (error) {
    return () => failed(rule, run, error);
  }
};

/** The answer of one rule by itself. */
export const runRule = (rule: Rule, context: RuleContext, since?: Since): RuleAnswer =>
  startRule(rule, context, since)();
