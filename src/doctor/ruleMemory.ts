/** What a rule answered item by item, kept from one run to the next. */

export interface ItemAnswers<V> {
  /** Item key -> what was found there; items of which there is nothing to say are left out. */
  readonly items: ReadonlyMap<string, V>;
  /** Keys of items whose answer hung on the clock. */
  readonly clocked: ReadonlySet<string>;
}

/** The answers of one walk, and the walk, told apart from others by identity. */
interface WalkAnswers<V> {
  readonly walk: object;
  readonly answers: ItemAnswers<V>;
}

/** Walk by walk, in the order in which the rule walks; by its identity, also what else it keeps. */
export type RuleMemory<V> = readonly WalkAnswers<V>[];
