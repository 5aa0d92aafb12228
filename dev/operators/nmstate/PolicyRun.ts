/**
 * One roll-out of one policy generation: which nodes are at work, how many may be, who waits, and
 * when the rest is given up. Source: kubernetes-nmstate controllers/handler (maxUnavailable counter
 * in the policy status; failures at the limit abort the nodes that still wait).
 */
export type Permission = 'go' | 'aborted';

export class PolicyRun {
  private readonly atWork = new Set<string>();
  private readonly waiting = new Map<string, (permission: Permission) => void>();
  /** Nodes that need nothing more in this run, whatever a lagging copy of their enactment says. */
  readonly finished = new Set<string>();
  private failures = 0;
  private cancelled = false;

  /** @param limit how many nodes may be at work at once */
  constructor(
    readonly uid: string,
    readonly generation: number,
    public limit: number,
  ) {}

  get isCancelled(): boolean {
    return this.cancelled;
  }

  get nodesAtWork(): number {
    return this.atWork.size;
  }

  get isAborted(): boolean {
    return this.failures >= this.limit;
  }

  has(node: string): boolean {
    return this.atWork.has(node) || this.waiting.has(node);
  }

  /** Takes a slot for the node if one is free. */
  tryEnter(node: string): boolean {
    if (this.isAborted || this.atWork.size >= this.limit) return false;
    this.atWork.add(node);
    return true;
  }

  /** Waits for a slot, or for the roll-out to be aborted or cancelled. */
  enter(node: string): Promise<Permission> {
    if (this.cancelled || this.isAborted) return Promise.resolve('aborted');
    if (this.tryEnter(node)) return Promise.resolve('go');
    return new Promise((resolve) => this.waiting.set(node, resolve));
  }

  /** Gives the slot back; the node that waits longest is next. */
  leave(node: string, outcome: 'done' | 'failed'): void {
    this.atWork.delete(node);
    if (outcome === 'failed') this.failures += 1;
    if (this.isAborted) {
      this.dismiss();
      return;
    }
    for (const [next, resolve] of this.waiting) {
      if (!this.tryEnter(next)) return;
      this.waiting.delete(next);
      resolve('go');
    }
  }

  /** The policy is gone or has a newer generation. */
  cancel(): void {
    this.cancelled = true;
    this.dismiss();
  }

  private dismiss(): void {
    for (const resolve of this.waiting.values()) resolve('aborted');
    this.waiting.clear();
  }
}
