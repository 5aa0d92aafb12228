/**
 * Collects what there is to note item by item, for rules that judge the notes together: one
 * network of which something is missing on several nodes is one finding. After a change only the
 * items that it touches are looked at again.
 */
import { answersOf } from './itemAnswers';
import type { Wide } from './itemAnswers';
import type { RuleContext, RuleResult } from './model';
import type { ItemAnswers, RuleMemory } from './ruleMemory';
import { asRun } from './ruleRun';
import type { Walk } from './walk';

/** Collects notes by item key; `read` gives undefined where there is nothing to note. */
export type Collect<T, V> = (
  context: RuleContext,
  read: (item: T) => V | undefined,
) => ReadonlyMap<string, V>;

/**
 * Makes a collector over a walk, which a rule makes once and calls once in each run. What `read`
 * may look at, and `wide`: as for `judgeEach`.
 */
export const collector = <T, V>(walk: Walk<T>, wide?: Wide): Collect<T, V> => {
  const known = new WeakMap<RuleMemory<RuleResult>, ItemAnswers<V>>();
  return (context, read) => {
    const run = asRun(context);
    const last = run.since && known.get(run.since.memory);
    const answers = answersOf(run, walk, read, last, wide);
    known.set(run.memory, answers);
    run.noteClock(answers.clocked.size > 0);
    return answers.items;
  };
};
