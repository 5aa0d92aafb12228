/**
 * Coalesces notifications: the first goes out at the end of the current task, the next ones at most
 * once per interval. Keeps a burst of watch events from rebuilding the graph for every event.
 */
export class Batcher {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastFlush = Number.NEGATIVE_INFINITY;

  /** @param interval least time between two flushes, in milliseconds */
  constructor(
    private readonly interval: number,
    private readonly flush: () => void,
  ) {}

  /** Something changed: flush soon. */
  touch(): void {
    if (this.timer !== undefined) {
      return;
    }
    const wait = Math.max(0, this.lastFlush + this.interval - Date.now());
    this.timer = setTimeout(() => this.now(), wait);
  }

  /** Flush without waiting. */
  now(): void {
    this.cancel();
    this.lastFlush = Date.now();
    this.flush();
  }

  /** Forget what was waiting. */
  cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
