/**
 * Groups the rows of a long list by what they say: a hundred NADs with the same defect are one line that
 * opens. Few rows of one kind stay rows.
 */
import type { Severity } from '../../doctor/model';
import type { ProblemRow } from './foldProblems';

export interface ProblemGroup {
  readonly rule: string;
  readonly severity: Severity;
  readonly rows: readonly ProblemRow[];
}

/** From this many rows on they are a group. */
const MANY = 6;

/** Groups stand where their first row stood; the order of the rows is kept. `each` makes no group of several. */
export const groupProblems = (
  rows: readonly ProblemRow[],
  how: 'by rule' | 'each',
): readonly ProblemGroup[] => {
  const least = how === 'each' ? Number.POSITIVE_INFINITY : MANY;
  const alike = new Map<string, ProblemRow[]>();
  for (const row of rows) {
    const { rule, severity } = row.first.finding;
    const key = `${rule} ${severity}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [row]);
    else known.push(row);
  }
  const groupOf = (members: readonly ProblemRow[], { first }: ProblemRow): ProblemGroup => {
    const { rule, severity } = first.finding;
    return { rule, severity, rows: members };
  };
  return rows.flatMap((row) => {
    const { rule, severity } = row.first.finding;
    const members = alike.get(`${rule} ${severity}`) ?? [];
    if (members.length < least) return [groupOf([row], row)];
    return members[0] === row ? [groupOf(members, row)] : [];
  });
};
