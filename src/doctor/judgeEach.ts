/**
 * Judges a cluster item by item, and after a change only the items that it touches: the rest keep
 * their answers.
 */
import { memoBy } from '../network/memoBy';
import { judge } from './finding';
import type { Judgements } from './finding';
import { answersOf } from './itemAnswers';
import type { Wide } from './itemAnswers';
import { laterResult } from './laterResult';
import type { Finding, RuleContext, RuleResult, UnknownResult } from './model';
import type { ItemAnswers } from './ruleMemory';
import { asRun } from './ruleRun';
import type { Walk } from './walk';

const isNone = (answer: NonNullable<Judgements>): boolean =>
  !('verdict' in answer) && answer.length === 0;

const NOTHING: RuleResult = { findings: [], unknown: [] };

/** The same object for the same answers, so that what hangs on it need not be worked out anew. */
const resultOf = memoBy(({ items }: ItemAnswers<RuleResult>): RuleResult => {
  if (items.size === 0) return NOTHING;
  const findings: Finding[] = [];
  const unknown: UnknownResult[] = [];
  for (const result of items.values()) {
    findings.push(...result.findings);
    unknown.push(...result.unknown);
  }
  return { findings, unknown };
});

/**
 * The rule's answer over all items of a walk; `decide` returns undefined for what is fine and may
 * look at nothing but what the walk says an item hangs on, and at kinds that touch all items.
 * `wide` tells of changes that touch all items here although in other checks of this walk they
 * do not.
 */
export const judgeEach = <T>(
  context: RuleContext,
  rule: string,
  walk: Walk<T>,
  decide: (item: T) => Judgements,
  wide?: Wide,
): RuleResult => {
  const run = asRun(context);
  const read = (item: T): RuleResult | undefined => {
    const answer = decide(item);
    if (answer === undefined || isNone(answer)) return undefined;
    return judge(rule, [answer], (judgements) => judgements);
  };
  const answersNow = answersOf(run, walk, read, run.lastAnswers(walk), wide);
  const keep = run.claim(walk);
  return laterResult(() => {
    const answers = answersNow();
    keep(answers);
    return resultOf(answers);
  });
};
