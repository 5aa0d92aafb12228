/**
 * A state with the sentence that explains it, as entities, edges and hops carry it: `ok` needs
 * no reason, the other two always have one.
 */
import type { Text } from '../cluster/text';
import type { State } from './model';

export interface Judgement {
  readonly state: State;
  readonly reason?: Text;
}

export const OK: Judgement = { state: 'ok' };
export const broken = (reason: Text): Judgement => ({ state: 'broken', reason });
export const unknown = (reason: Text): Judgement => ({ state: 'unknown', reason });

const RANK: Readonly<Record<State, number>> = { ok: 0, unknown: 1, broken: 2 };

/** The worse of two: broken before unknown before ok; of equal ones the first. */
export const worse = (a: Judgement, b: Judgement): Judgement =>
  RANK[b.state] > RANK[a.state] ? b : a;

/** The best of several, as for parallel links where one is enough; `undefined` of none. */
export const bestOf = (judgements: readonly Judgement[]): Judgement | undefined => {
  let best: Judgement | undefined;
  for (const j of judgements) if (best === undefined || RANK[j.state] < RANK[best.state]) best = j;
  return best;
};
