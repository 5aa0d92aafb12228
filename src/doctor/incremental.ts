/**
 * A change re-runs only the rules that read what changed, and of those that go item by item only
 * the items it touches; also what hung on the clock. The rest keep their answers. Where a listing
 * has come to its end, the rules that read it run afresh, all of them together.
 */
import type { KindKey } from '../cluster/snapshot';
import type { NetworkGraph } from '../network/networkGraph';
import { finish } from '../network/steps';
import type { Steps } from '../network/steps';
import { changeBetween } from './change';
import type { GraphChange } from './change';
import { carryFacts } from './facts/perGraph';
import type { Diagnosis, Rule, RuleAnswer, RuleContext } from './model';
import { RULES } from './rules';
import { diagnose, doctorSteps, isFromLater } from './runDoctor';
import { answerTogether } from './answerTogether';
import { runRule } from './runRule';

const NONE: readonly KindKey[] = [];

const isReadBy = (rule: Rule, kind: KindKey): boolean =>
  rule.reads.includes(kind) || rule.consults?.includes(kind) === true;

/** The changed kinds that matter to the rule. */
const kindsFor = (rule: Rule, change: GraphChange): readonly KindKey[] => {
  let kinds: KindKey[] | undefined;
  for (const kind of change.kinds) {
    if (!isReadBy(rule, kind) || rule.heeds?.[kind]?.(change) === false) continue;
    (kinds ??= []).push(kind);
  }
  return kinds ?? NONE;
};

/** What a listing proves now may have undone any part of the rule's answer. */
const isAfresh = (rule: Rule, { evidence }: GraphChange): boolean =>
  evidence.some((kind) => isReadBy(rule, kind));

const nextAnswer = (
  rule: Rule,
  kept: RuleAnswer,
  context: RuleContext,
  change: GraphChange,
): RuleAnswer => {
  const kinds = kindsFor(rule, change);
  if (kinds.length === 0 && !kept.usedClock) return kept;
  return runRule(rule, context, { memory: kept.memory, change, kinds });
};

/**
 * The diagnosis after a change, rule by rule: `previous` is that of the graph `before`,
 * `context.graph` the new one. Equals a full run.
 */
export function* updateDoctorSteps(
  previous: Diagnosis,
  before: NetworkGraph,
  context: RuleContext,
  rules: readonly Rule[] = RULES,
): Steps<Diagnosis> {
  const change = changeBetween(before, context.graph);
  if (change === undefined || isFromLater(previous, context.now)) {
    return yield* doctorSteps(context, rules);
  }
  carryFacts(change);
  const answers = new Map<string, RuleAnswer>();
  const afresh: Rule[] = [];
  for (const rule of rules) {
    yield;
    const kept = previous.answers.get(rule.id);
    if (kept === undefined || isAfresh(rule, change)) afresh.push(rule);
    else answers.set(rule.id, nextAnswer(rule, kept, context, change));
  }
  yield* answerTogether(afresh, context, answers);
  return diagnose(answers, context, rules);
}

/** The diagnosis after a change, at once. */
export const updateDoctor = (
  previous: Diagnosis,
  before: NetworkGraph,
  context: RuleContext,
  rules: readonly Rule[] = RULES,
): Diagnosis => finish(updateDoctorSteps(previous, before, context, rules));
