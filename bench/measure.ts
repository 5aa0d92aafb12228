/**
 * Times and sizes that can be compared on a busy machine: processor time instead of time on the
 * wall, and the best of several runs, because the best one was disturbed least. Garbage is
 * collected before a run, so that no run pays for another's.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const MEGABYTE = 1_000_000;

/** Milliseconds of processor time that one call took, helper threads of the engine included. */
export const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** Best time of several calls, in milliseconds of processor time. `prepare` is not measured. */
export const best = <T>(
  runs: number,
  prepare: (run: number) => T,
  work: (of: T) => unknown,
): number => {
  let least = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const of = prepare(run);
    collectGarbage();
    least = Math.min(
      least,
      timed(() => work(of)),
    );
  }
  return least;
};

/** Middle one of several times. */
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
