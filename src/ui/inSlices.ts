/**
 * Does long work in slices, so that the page answers to keys, wheel and pointer meanwhile. A browser's
 * scheduler would do as well, but not all that consoles support have one.
 */
import type { Steps } from '../network/steps';
import { soonTask } from './soonTask';

/** Milliseconds; half a frame, so that a picture that is moved stays smooth. */
export const SMOOTH_SLICE = 8;

/** Milliseconds; short enough for keys to be answered at once, where there is nothing yet to be moved. */
export const QUICK_SLICE = 40;

export interface Slicing<T> {
  /** Milliseconds before the first slice. */
  readonly delay: number;
  /** Milliseconds that a slice takes. */
  readonly slice: number;
  /** Milliseconds between two slices, or only until what waits has had its turn. */
  readonly pause: number | 'turn';
  /** @param spent milliseconds of all slices, without what came between them */
  readonly done: (result: T, spent: number) => void;
  readonly failed: (error: unknown, spent: number) => void;
}

/** Gives how to stop before the end: then neither `done` nor `failed` is called. */
export const inSlices = <T>(steps: Steps<T>, slicing: Slicing<T>): (() => void) => {
  const { delay, slice: length, pause, done, failed } = slicing;
  let spent = 0;
  const slice = (): void => {
    const startedAt = Date.now();
    const ended = stepsUntil(steps, startedAt + length);
    spent += Date.now() - startedAt;
    if (ended === undefined) cancel = pause === 'turn' ? soonTask(slice) : after(pause, slice);
    else if ('error' in ended) failed(ended.error, spent);
    else done(ended.result, spent);
  };
  let cancel = after(delay, slice);
  return () => cancel();
};

const after = (delay: number, work: () => void): (() => void) => {
  const timer = setTimeout(work, delay);
  return () => clearTimeout(timer);
};

/** One step at least; undefined when there are more to do. */
const stepsUntil = <T>(
  steps: Steps<T>,
  end: number,
): { readonly result: T } | { readonly error: unknown } | undefined => {
  try {
    do {
      const step = steps.next();
      if (step.done === true) return { result: step.value };
    } while (Date.now() < end);
    return undefined;
  } catch (error) {
    return { error };
  }
};
