/**
 * Collects what there is to note item by item, for rules that judge the notes together: one
 * network of which something is missing on several nodes is one finding. After a change only the
 * items that it touches are looked at again.
 */
import { answersOf } from './itemAnswers';
import type { Wide } from './itemAnswers';
import { laterResult } from './laterResult';
import type { RuleContext, RuleResult } from './model';
import type { ItemAnswers, RuleMemory } from './ruleMemory';
import { asRun } from './ruleRun';
import type { Walk } from './walk';

/**
 * Collects notes by item key and has them judged together; `read` gives undefined where there is
 * nothing to note.
 */
export type Collect<T, V> = (
  context: RuleContext,
  read: (item: T) => V | undefined,
  judgeAll: (notes: ReadonlyMap<string, V>) => RuleResult,
) => RuleResult;

/**
 * Makes a collector over a walk, which a rule makes once and calls once in each run. What `read`
 * may look at, and `wide`: as for `judgeEach`.
 */
export const collector = <T, V>(walk: Walk<T>, wide?: Wide): Collect<T, V> => {
  const known = new WeakMap<RuleMemory<RuleResult>, ItemAnswers<V>>();
  return (context, read, judgeAll) => {
    const run = asRun(context);
    const last = run.since && known.get(run.since.memory);
    const answersNow = answersOf(run, walk, read, last, wide);
    return laterResult(() => {
      const answers = answersNow();
      known.set(run.memory, answers);
      run.noteClock(answers.clocked.size > 0);
      return judgeAll(answers.items);
    });
  };
};
