/**
 * What differs between two graphs of one cluster, told by identity: a part that did not change is the same
 * cell in both, and of one that was made anew everything that came out equal is the same object.
 */
import type { Cell, Parts } from './cell';
import { ChunkedMap } from './chunkedMap';
import type { Fragment } from './fragment';
import type { GraphFacts } from './graphFacts';
import type { Edge, Entity } from './model';
import { PART_KINDS } from './parts';
import { changedKeys } from './update/diffListing';

export interface GraphDifference {
  /** Of the one graph and not of the other, whichever it is; an entity that changed is in it twice. */
  readonly entities: readonly Entity[];
  readonly edges: readonly Edge[];
}

/** A graph's facts and the cells over them. */
export interface Side {
  readonly facts: GraphFacts;
  readonly parts: Parts;
}

const readCell = ({ facts }: Side, cell: Cell | undefined): Fragment | undefined =>
  cell?.read(facts);

const changedIn = (
  before: ReadonlyMap<string, Cell>,
  after: ReadonlyMap<string, Cell>,
): ReadonlySet<string> =>
  before instanceof ChunkedMap && after instanceof ChunkedMap
    ? after.changedSince(before)
    : changedKeys(before, after);

/** Items in one of the lists only; all of them when they are the same in another order. */
const unshared = <T>(before: readonly T[] = [], after: readonly T[] = []): readonly T[] => {
  if (before === after) return [];
  const [old, now] = [new Set(before), new Set(after)];
  const items = [
    ...before.filter((item) => !now.has(item)),
    ...after.filter((item) => !old.has(item)),
  ];
  if (items.length > 0) return items;
  return before.every((item, at) => item === after[at]) ? [] : after;
};

/**
 * Part by part, for who may have seen enough after the first. O(what changed), apart from walking along the
 * parts of the kinds of which one did.
 */
export function* graphDifference(before: Side, after: Side): Generator<GraphDifference, void> {
  for (const kind of PART_KINDS) {
    const [old, now] = [before.parts[kind], after.parts[kind]];
    for (const key of changedIn(old, now)) {
      const was = readCell(before, old.get(key));
      const is = readCell(after, now.get(key));
      if (was === is) continue;
      yield {
        entities: unshared(was?.entities, is?.entities),
        edges: unshared(was?.edges, is?.edges),
      };
    }
  }
}
