/**
 * Runs every rule over a graph and brings the answers into one diagnosis: what is settling is
 * taken back, equal findings are merged, and each finding gets its causes (domain reference C.0).
 */
import { linkCauses } from './causes';
import type { Diagnosis, Rule, RuleAnswer, RuleContext, RuleStatus } from './model';
import { compareFindings, compareUnknown, mergeFindings, mergeUnknown } from './order';
import { RULES } from './rules';
import { runRule } from './runRule';
import { settle, settlingNodes } from './settling';

/** Turns the answers of all rules into the diagnosis. */
export const diagnose = (
  answers: ReadonlyMap<string, RuleAnswer>,
  context: RuleContext,
  rules: readonly Rule[],
): Diagnosis => {
  const settling = settlingNodes(context);
  const results = rules.map((rule) => {
    const answer = answers.get(rule.id);
    return settle(rule, answer?.result ?? { findings: [], unknown: [] }, settling);
  });
  const merged = mergeFindings(results.flatMap((result) => result.findings));
  const findings = linkCauses(context.graph, merged).sort(compareFindings);
  const unknown = mergeUnknown(
    results.flatMap((result) => result.unknown).sort(compareUnknown),
    findings,
  );
  const status = new Map<string, RuleStatus>(rules.map((rule) => [rule.id, 'ok']));
  for (const result of unknown) status.set(result.rule, 'unknown');
  for (const finding of findings) status.set(finding.rule, 'findings');
  return { findings, unknown, rules: status, answers };
};

/** The whole run. Deterministic: the same graph and `now` give the same diagnosis. Never throws. */
export const runDoctor = (context: RuleContext, rules: readonly Rule[] = RULES): Diagnosis => {
  const answers = new Map(rules.map((rule) => [rule.id, runRule(rule, context)]));
  return diagnose(answers, context, rules);
};
