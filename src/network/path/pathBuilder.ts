/**
 * Collects the hops of a path from the VM NIC to the wire. Hops in a row must all work; of hops
 * side by side (bond members, several uplinks) one is enough. The first broken hop in a row is
 * where the path ends. Source: rulings 3.
 */
import { OK, worse } from '../judgement';
import type { Judgement } from '../judgement';
import type { Hop } from '../trace';

/** A stretch of path with its own verdict. */
export interface Stretch {
  readonly hops: readonly Hop[];
  readonly judgement: Judgement;
  /** Id of the first hop that fails, where the stretch is broken. */
  readonly broken?: string;
}

const RANK = { ok: 0, unknown: 1, broken: 2 } as const;

export class PathBuilder {
  private readonly hops: Hop[] = [];
  private judgement: Judgement = OK;
  private broken?: string;

  /** Adds a hop that everything depends on. */
  hop(id: string, judgement: Judgement): void {
    this.hops.push({ id, state: judgement.state, reason: judgement.reason });
    this.take(judgement, id);
  }

  /** Adds a stretch that everything depends on. */
  stretch(next: Stretch): void {
    this.hops.push(...next.hops);
    this.take(next.judgement, next.broken);
  }

  /** Adds stretches side by side: the best of them decides. */
  sideBySide(stretches: readonly Stretch[]): void {
    const [only] = stretches;
    if (only === undefined) return;
    if (stretches.length === 1) return this.stretch(only);
    let best = only;
    for (const one of stretches) {
      for (const hop of one.hops) this.hops.push({ ...hop, parallel: true });
      if (RANK[one.judgement.state] < RANK[best.judgement.state]) best = one;
    }
    this.take(best.judgement, best.broken);
  }

  get isBroken(): boolean {
    return this.judgement.state === 'broken';
  }

  finish(): Stretch {
    return { hops: this.hops, judgement: this.judgement, broken: this.broken };
  }

  private take(judgement: Judgement, id: string | undefined): void {
    if (judgement.state === 'broken' && this.broken === undefined) this.broken = id;
    this.judgement = worse(this.judgement, judgement);
  }
}
