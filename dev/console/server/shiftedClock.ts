/**
 * The clock of a page that shows a dump. How long something has been so is judged against now, and the
 * now of a dump is when it was taken: by the clock on the wall every node's state would be
 * stale the day after. The plugin asks the browser, so it is the browser's Date that is set back.
 */

/** A script that makes `Date` start at `now` (milliseconds) and go on from there. */
export function shiftedClock(now: number): string {
  return `{
  const Clock = Date;
  const shift = ${now} - Clock.now();
  window.Date = class Date extends Clock {
    static now() { return Clock.now() + shift; }
    constructor(...parts) {
      if (parts.length === 0) super(Clock.now() + shift);
      else super(...parts);
    }
  };
}`;
}
