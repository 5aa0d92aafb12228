/** The times of a projected watch, in milliseconds, in one place because they only make sense together. */
export const WATCH_TIMING = {
  /** At most one notification per this time; a person sees a change at once, a burst costs one pass. */
  batch: 250,
  /** How long a watch without subscribers stays, so that a change of page costs nothing. */
  keep: 30_000,
  /** A dropped socket that is back within this time was not worth a notice. */
  staleAfter: 5_000,
  /** A socket that lived this long was no failure, even without a message. */
  settled: 30_000,
  firstRetry: 500,
  longestRetry: 60_000,
  /** The server sends a bookmark about every minute; a socket silent for longer is taken for dead. */
  silence: 5 * 60_000,
  /** A kind that was forbidden or not served is asked for again: much may have changed meanwhile. */
  givenUpRetry: 5 * 60_000,
  /** The reader coming back to the tab asks sooner, but not at every glance. */
  givenUpPause: 15_000,
  /** After being hidden for this long a tab does not trust its socket. */
  hidden: 60_000,
} as const;

/** Failed socket openings in a row before the list is read again, which tells by its status what is wrong. */
export const OPENINGS_BEFORE_RELIST = 3;

/**
 * Exponential backoff with full jitter, so that a thousand tabs do not return in the same second.
 * @param attempt 0 for the first retry
 * @param random 0 to 1
 * @returns milliseconds, at least half of the first step
 */
export const retryDelay = (attempt: number, random: number): number => {
  const ceiling = Math.min(WATCH_TIMING.longestRetry, WATCH_TIMING.firstRetry * 2 ** attempt);
  return Math.max(WATCH_TIMING.firstRetry / 2, Math.round(ceiling * random));
};
