/**
 * What was found item by item of a walk, and how to bring it forward: after a change only the
 * items are looked at again that the change touches, or whose answer hung on the clock. Equal to
 * looking at all of them anew.
 */
import type { KindKey } from '../cluster/snapshot';
import type { GraphChange } from './change';
import type { ItemAnswers } from './ruleMemory';
import type { RuleRun } from './ruleRun';
import type { Walk } from './walk';

/** True where the change of a kind concerns all items, although the walk would say only some. */
export type Wide = (change: GraphChange, kind: KindKey) => boolean;

/** Keys to look at again, or undefined when all are. */
const staleKeys = <T, V>(
  { since }: RuleRun,
  last: ItemAnswers<V>,
  walk: Walk<T>,
  wide: Wide | undefined,
): ReadonlySet<string> | undefined => {
  if (since === undefined) return undefined;
  const stale = new Set(last.clocked);
  for (const kind of since.kinds) {
    if (wide?.(since.change, kind) === true) return undefined;
    const touched = walk.touched(since.change, kind);
    if (touched === 'all') return undefined;
    for (const key of touched) stale.add(key);
  }
  return stale;
};

/** Looks at items and notes which of them looked at the clock. */
class Notes<T, V> {
  private readonly items: Map<string, V>;
  private readonly clocked: Set<string>;

  constructor(
    private readonly run: RuleRun,
    private readonly read: (item: T) => V | undefined,
    kept?: ItemAnswers<V>,
  ) {
    this.items = new Map(kept?.items);
    this.clocked = new Set(kept?.clocked);
  }

  look(key: string, item: T): void {
    const looks = this.run.clockLooks;
    const answer = this.read(item);
    if (this.run.clockLooks > looks) this.clocked.add(key);
    if (answer !== undefined) this.items.set(key, answer);
  }

  forget(key: string): void {
    this.items.delete(key);
    this.clocked.delete(key);
  }

  /** What was noted, without the run: kept answers must not keep the runs and graphs before them. */
  answers(): ItemAnswers<V> {
    return { items: this.items, clocked: this.clocked };
  }
}

/** The answers in the run's graph; `last` are those of the graph before, of the same walk. */
export const answersOf = <T, V>(
  run: RuleRun,
  walk: Walk<T>,
  read: (item: T) => V | undefined,
  last: ItemAnswers<V> | undefined,
  wide: Wide | undefined,
): ItemAnswers<V> => {
  const stale = last === undefined ? undefined : staleKeys(run, last, walk, wide);
  if (stale === undefined) {
    const notes = new Notes(run, read);
    for (const [key, item] of walk.items(run.graph)) notes.look(key, item);
    return notes.answers();
  }
  if (stale.size === 0 && last !== undefined) return last;
  const notes = new Notes(run, read, last);
  for (const key of stale) {
    notes.forget(key);
    const item = walk.get(run.graph, key);
    if (item !== undefined) notes.look(key, item);
  }
  return notes.answers();
};
