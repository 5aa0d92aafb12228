/**
 * What was found item by item of a walk, and how to bring it forward: after a change only the
 * items are looked at again that the change touches, or whose answer hung on the clock. Equal to
 * looking at all of them anew.
 */
import type { KindKey } from '../cluster/snapshot';
import { finish } from '../network/steps';
import type { GraphChange } from './change';
import type { Reader } from './readers';
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
class Notes<T, V> implements Reader<T> {
  private readonly items = new Map<string, V>();
  private readonly clocked = new Set<string>();
  private failure?: { readonly error: unknown };

  constructor(
    private readonly run: RuleRun,
    private readonly walk: Walk<T>,
    private readonly read: (item: T) => V | undefined,
  ) {}

  look(item: T): void {
    if (this.failure !== undefined) return;
    const looks = this.run.clockLooks;
    try {
      const answer = this.read(item);
      if (this.run.clockLooks > looks) this.clocked.add(this.walk.keyOf(item));
      if (answer !== undefined) this.items.set(this.walk.keyOf(item), answer);
    } catch (error) {
      // Others read the item beside this one: whoever wants these answers gets the error.
      this.failure = { error };
    }
  }

  /** What was noted, without the run: kept answers must not keep the runs and graphs before them. */
  answers(): ItemAnswers<V> {
    if (this.failure !== undefined) throw this.failure.error;
    return { items: this.items, clocked: this.clocked };
  }
}

const replaced = <V>(
  last: ItemAnswers<V>,
  stale: ReadonlySet<string>,
  found: ItemAnswers<V>,
): ItemAnswers<V> => {
  const items = new Map(last.items);
  const clocked = new Set(last.clocked);
  for (const key of stale) {
    items.delete(key);
    clocked.delete(key);
  }
  for (const [key, answer] of found.items) items.set(key, answer);
  for (const key of found.clocked) clocked.add(key);
  return { items, clocked };
};

/** The answers of `last`, those of the graph before, with the stale ones looked at again. */
const broughtForward = <T, V>(
  run: RuleRun,
  walk: Walk<T>,
  read: (item: T) => V | undefined,
  last: ItemAnswers<V>,
  stale: ReadonlySet<string>,
): ItemAnswers<V> => {
  const notes = new Notes(run, walk, read);
  let knewNothing = true;
  for (const key of stale) {
    if (last.items.has(key) || last.clocked.has(key)) knewNothing = false;
    const item = walk.get(run.graph, key);
    if (item !== undefined) notes.look(item);
  }
  const found = notes.answers();
  // Mostly there was nothing to say of them and is nothing now, and all answers stay what they were.
  if (knewNothing && found.items.size === 0 && found.clocked.size === 0) return last;
  return replaced(last, stale, found);
};

/**
 * The answers in the run's graph; `last` are those of the graph before, of the same walk. Where all
 * items have to be looked at, that happens when the answers are asked for, and side by side with all
 * other checks that wait for the same walk: what is known of an item is then at hand once for all.
 */
export const answersOf = <T, V>(
  run: RuleRun,
  walk: Walk<T>,
  read: (item: T) => V | undefined,
  last: ItemAnswers<V> | undefined,
  wide: Wide | undefined,
): (() => ItemAnswers<V>) => {
  const stale = last === undefined ? undefined : staleKeys(run, last, walk, wide);
  if (last !== undefined && stale !== undefined) {
    const answers = broughtForward(run, walk, read, last, stale);
    return () => answers;
  }
  const notes = new Notes(run, walk, read);
  const { graph } = run;
  const readers = walk.readers(graph);
  walk.prepare?.(graph);
  readers.add(notes);
  return () => {
    finish(readers.steps(() => walk.items(graph)));
    return notes.answers();
  };
};
