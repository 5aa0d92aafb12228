/**
 * Judges a cluster item by item, and after a change only the items that it touches: the rest keep
 * their answers.
 */
import { judge } from './finding';
import type { Judgements } from './finding';
import { answersOf } from './itemAnswers';
import type { Wide } from './itemAnswers';
import type { RuleContext, RuleResult } from './model';
import type { ItemAnswers } from './ruleMemory';
import { asRun } from './ruleRun';
import type { Walk } from './walk';

const isFine = ({ findings, unknown }: RuleResult): boolean =>
  findings.length === 0 && unknown.length === 0;

const resultOf = ({ items }: ItemAnswers<RuleResult>): RuleResult => {
  if (items.size === 0) return { findings: [], unknown: [] };
  const results = [...items.values()];
  return {
    findings: results.flatMap(({ findings }) => findings),
    unknown: results.flatMap(({ unknown }) => unknown),
  };
};

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
    if (answer === undefined) return undefined;
    const result = judge(rule, [answer], (judgements) => judgements);
    return isFine(result) ? undefined : result;
  };
  const answers = answersOf(run, walk, read, run.lastAnswers(walk), wide);
  run.keep(walk, answers);
  return resultOf(answers);
};
