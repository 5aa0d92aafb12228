/**
 * Folds problems that are the same on several nodes: fifty nodes with the same missing bridge are
 * one row, which names them. Only what differs in nothing but the node is folded.
 */
import { nodeOfId } from '../../doctor/entityKind';
import type { Problem } from './problemTree';

export interface ProblemRow {
  /** Stands for all. */
  readonly first: Problem;
  /** The same on other nodes. */
  readonly others: readonly Problem[];
}

/** Equal for problems that differ in the node alone; undefined for what is on no node. */
const patternOf = ({ finding, consequences }: Problem): string | undefined => {
  const node = nodeOfId(finding.subject);
  if (node === undefined) return undefined;
  const { rule, severity, subject, message } = finding;
  const all = JSON.stringify([rule, severity, subject, message, consequences.length]);
  return all.replaceAll(node, '\u0000');
};

/** Rows in the order of the problems. */
export const foldProblems = (problems: readonly Problem[]): readonly ProblemRow[] => {
  const rows: { readonly first: Problem; readonly others: Problem[] }[] = [];
  const byPattern = new Map<string, Problem[]>();
  for (const problem of problems) {
    const pattern = patternOf(problem);
    const known = pattern === undefined ? undefined : byPattern.get(pattern);
    if (known !== undefined) {
      known.push(problem);
      continue;
    }
    const row = { first: problem, others: [] };
    rows.push(row);
    if (pattern !== undefined) byPattern.set(pattern, row.others);
  }
  return rows;
};
