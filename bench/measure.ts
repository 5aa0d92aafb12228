/**
 * Times and sizes that can be compared on a busy machine. The best of several runs counts where
 * one run is long, because the best one was disturbed least; the middle one of many where a run
 * is short. Garbage is collected before a series, not before each run: a program in use does not
 * start from cold caches either.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
export const collectGarbage = runInNewContext('gc') as () => void;

const MEGABYTE = 1_000_000;

/** Milliseconds that one call took. */
export const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** Times of several calls, in milliseconds. `prepare` is not measured. */
export const series = <T>(
  runs: number,
  prepare: (run: number) => T,
  work: (of: T) => unknown,
): readonly number[] => {
  collectGarbage();
  return Array.from({ length: runs }, (_unused, run) => {
    const of = prepare(run);
    return timed(() => work(of));
  });
};

/** The shortest of several times. */
export const best = (times: readonly number[]): number => Math.min(...times);

/** The middle one of several times. */
export const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** Megabytes that what `make` returns keeps alive. */
export const heapOf = <T>(make: () => T): { readonly made: T; readonly megabytes: number } => {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const made = make();
  collectGarbage();
  const megabytes = (process.memoryUsage().heapUsed - before) / MEGABYTE;
  return { made, megabytes };
};
