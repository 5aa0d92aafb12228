/**
 * A change re-runs only the rules that read what changed, and those whose last answer hung on
 * the clock; the rest keep their answer.
 */
import type { KindKey } from '../cluster/snapshot';
import type { Diagnosis, Rule, RuleAnswer, RuleContext } from './model';
import { RULES } from './rules';
import { diagnose } from './runDoctor';
import { runRule } from './runRule';

/** The cluster network decides whether a rule is run at all. */
const isConcerned = (rule: Rule, changed: ReadonlySet<KindKey>): boolean =>
  changed.has('clusterNetworks') ||
  rule.reads.some((kind) => changed.has(kind)) ||
  (rule.consults ?? []).some((kind) => changed.has(kind));

/**
 * The diagnosis after a change. `context.graph` is the new graph, `changedKinds` the kinds whose
 * listing (items or state) is not what it was in `previous`. Equals a full run.
 */
export const updateDoctor = (
  previous: Diagnosis,
  context: RuleContext,
  changedKinds: ReadonlySet<KindKey>,
  rules: readonly Rule[] = RULES,
): Diagnosis => {
  const answers = new Map<string, RuleAnswer>();
  for (const rule of rules) {
    const kept = previous.answers.get(rule.id);
    const isStale = kept === undefined || kept.usedClock || isConcerned(rule, changedKinds);
    answers.set(rule.id, isStale ? runRule(rule, context) : kept);
  }
  return diagnose(answers, context, rules);
};
