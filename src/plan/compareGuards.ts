/** The order of guards: what blocks before what warns, and that before what is only said. */
import type { Guard, GuardLevel } from './model';

const RANK: Readonly<Record<GuardLevel, number>> = { block: 0, warn: 1, info: 2 };

/** For a sort, which keeps the order of those of one level. */
export const compareGuards = (a: Pick<Guard, 'level'>, b: Pick<Guard, 'level'>): number =>
  RANK[a.level] - RANK[b.level];
