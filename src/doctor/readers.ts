/** Checks that wait to read the items of one walk, so that the items are walked once for all of them. */
import { walkInSteps } from '../network/steps';
import type { Steps } from '../network/steps';

export interface Reader<T> {
  /** Never throws. */
  look(item: T): void;
  /** All items were seen. Not called for a walk that is given up half-way. */
  done?(): void;
}

export class Readers<T> {
  private waiting: Reader<T>[] = [];

  add(reader: Reader<T>): void {
    this.waiting.push(reader);
  }

  /** Shows every item to all that wait; nothing where they have seen them. */
  *steps(items: () => readonly T[]): Steps<void> {
    const readers = this.waiting;
    this.waiting = [];
    if (readers.length === 0) return;
    yield* walkInSteps(items(), (item) => {
      for (const reader of readers) reader.look(item);
    });
    for (const reader of readers) reader.done?.();
  }
}
