/**
 * The coverage matrix in a size that can be read: nodes that every network reaches alike share a
 * column, so that the one that differs stands beside the crowd instead of inside it.
 */
import type { State } from '../../network/model';
import type { CoverageRow } from '../../network/coverageMatrix';
import type { NetworkGraph } from '../../network/networkGraph';

export interface CoverageColumn {
  /** First node; names the column. */
  readonly id: string;
  /** Sorted. */
  readonly nodes: readonly string[];
  /** Worst state in the column. */
  readonly worst: State;
}

const RANK: Readonly<Record<State, number>> = { broken: 0, unknown: 1, ok: 2 };
const LETTER: Readonly<Record<State, string>> = { broken: 'b', unknown: 'u', ok: 'o' };

const worseOf = (one: State, other: State): State => (RANK[one] <= RANK[other] ? one : other);

/** Nodes that count: control-plane nodes that take no VMs need no VM network. */
export const vmNodes = (graph: NetworkGraph): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { name, isControlPlane, runsVms } of graph.nodes.values()) {
    if (!isControlPlane || runsVms || graph.vmsOnNode(name).length > 0) names.add(name);
  }
  return names;
};

/** How each node fares, row by row, as a word; a node that a row does not speak of gets a dash. */
const signatures = (
  rows: readonly CoverageRow[],
  counted: ReadonlySet<string>,
): ReadonlyMap<string, string[]> => {
  const words = new Map<string, string[]>();
  for (const node of counted) words.set(node, []);
  for (const { nodes } of rows) {
    for (const [node, word] of words) {
      const coverage = nodes.get(node);
      word.push(coverage === undefined ? '-' : LETTER[coverage.state]);
    }
  }
  return words;
};

const worstOf = (rows: readonly CoverageRow[], node: string): State => {
  let worst: State = 'ok';
  for (const { nodes } of rows) {
    const coverage = nodes.get(node);
    if (coverage !== undefined) worst = worseOf(worst, coverage.state);
  }
  return worst;
};

/**
 * Columns: the largest group first, then the others by name. O(rows × nodes).
 * @param counted the nodes that get a column
 * @param fold `each`: a column per node
 */
export const coverageColumns = (
  rows: readonly CoverageRow[],
  counted: ReadonlySet<string>,
  fold: 'folded' | 'each',
): readonly CoverageColumn[] => {
  const groups = new Map<string, string[]>();
  for (const [node, word] of signatures(rows, counted)) {
    const key = fold === 'each' ? node : word.join('');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [node]);
    else group.push(node);
  }
  return [...groups.values()]
    .map((nodes) => {
      const sorted = nodes.sort();
      const [id = ''] = sorted;
      return { id, nodes: sorted, worst: worstOf(rows, id) };
    })
    .sort((one, other) => other.nodes.length - one.nodes.length || (one.id < other.id ? -1 : 1));
};

/** Rows that do not reach every node that counts, where only problems are wanted. */
export const uncoveredRows = (
  rows: readonly CoverageRow[],
  counted: ReadonlySet<string>,
): readonly CoverageRow[] =>
  rows.filter(({ nodes }) =>
    [...counted].some((node) => (nodes.get(node)?.state ?? 'ok') !== 'ok'),
  );
