/**
 * Work on a whole cluster, told piece by piece: after each piece the worker may let others have the
 * thread, because a browser has but one, and typing and panning go through it. What is worked on never changes
 * meanwhile (records, graphs and views are immutable), so the pieces give what one run would.
 */

/** Yields between two pieces; returns what the work gives. */
export type Steps<T> = Generator<void, T, void>;

/** Does all of it at once, for callers who have the thread to themselves. */
export const finish = <T>(steps: Steps<T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

/** Items between two pauses of a walk; few, because one may be a node with all that hangs on it. */
const PIECE = 16;

/** Walks through items with a pause after every few of them. */
export function* walkInSteps<T>(items: Iterable<T>, visit: (item: T) => void): Steps<void> {
  let count = 0;
  for (const item of items) {
    visit(item);
    count += 1;
    if (count % PIECE === 0) yield;
  }
}
