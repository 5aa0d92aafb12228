/**
 * Runs every rule over a graph and brings the answers into one diagnosis: what is settling is
 * taken back, equal findings are merged, and each finding gets its causes (domain reference C.0).
 */
import { answerTogether } from './answerTogether';
import { linkCauses } from './causes';
import type { Diagnosis, Finding, Rule, RuleAnswer, RuleContext, RuleStatus } from './model';
import { finish } from '../network/steps';
import type { Steps } from '../network/steps';
import { SEVERITIES } from './order';
import { RULES } from './rules';
import { settledAnswer } from './settledAnswer';
import type { BySeverity, Settled } from './settledAnswer';
import { settlingNodes } from './settling';

const NONE: readonly Finding[] = [];

/** By severity, then rule, then subject; `all` are sorted by rule and each in itself. */
const inOrder = (all: readonly BySeverity[]): Finding[] => {
  const ordered: Finding[] = [];
  for (const severity of SEVERITIES) {
    for (const findings of all) {
      for (const finding of findings.get(severity) ?? NONE) ordered.push(finding);
    }
  }
  return ordered;
};

const madeAt = new WeakMap<Diagnosis, number>();

/** Turns the answers of all rules into the diagnosis. */
export const diagnose = (
  answers: ReadonlyMap<string, RuleAnswer>,
  context: RuleContext,
  rules: readonly Rule[],
): Diagnosis => {
  const settling = settlingNodes(context);
  const settled = new Map<string, Settled>();
  for (const rule of [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const answer = answers.get(rule.id);
    if (answer !== undefined) settled.set(rule.id, settledAnswer(rule, answer, settling));
  }
  const findings = inOrder(linkCauses(context.graph, settled));
  const unknown = [...settled.values()].flatMap((of) => of.unknown);
  const status = new Map<string, RuleStatus>(rules.map((rule) => [rule.id, 'ok']));
  for (const result of unknown) status.set(result.rule, 'unknown');
  for (const finding of findings) status.set(finding.rule, 'findings');
  const diagnosis = { findings, unknown, rules: status, answers };
  madeAt.set(diagnosis, context.now);
  return diagnosis;
};

/** The clock was set back since: what had passed then may be still to come. */
export const isFromLater = (diagnosis: Diagnosis, now: number): boolean =>
  (madeAt.get(diagnosis) ?? now) > now;

/**
 * The whole run, rule by rule, and item by item where rules go over the same items. Deterministic:
 * the same graph and `now` give the same diagnosis. Never throws.
 */
export function* doctorSteps(
  context: RuleContext,
  rules: readonly Rule[] = RULES,
): Steps<Diagnosis> {
  const answers = new Map<string, RuleAnswer>();
  yield* answerTogether(rules, context, answers);
  return diagnose(answers, context, rules);
}

/** The whole run at once. */
export const runDoctor = (context: RuleContext, rules: readonly Rule[] = RULES): Diagnosis =>
  finish(doctorSteps(context, rules));
