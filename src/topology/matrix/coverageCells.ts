/** The coverage matrix as cells of a file: a row per network, a column per node, each cell with its reason. */
import type { CoverageRow } from '../../network/coverageMatrix';
import type { State } from '../../network/model';
import type { NetworkGraph, NodeCoverage } from '../../network/networkGraph';
import type { Say } from '../export/drawnText';
import { attributeList } from '../model/attributeList';
import { vmNodes } from './coverageColumns';

interface MatrixWords {
  readonly say: Say;
  readonly stateWord: (state: State) => string;
  /** Heads of the first two columns. */
  readonly network: string;
  readonly vlan: string;
}

/**
 * One row after the other, so that a file of a large cluster is never held twice. Nodes are not folded:
 * a spreadsheet has room for all of them.
 */
export function* coverageCells(
  graph: NetworkGraph,
  rows: readonly CoverageRow[],
  { say, stateWord, network, vlan }: MatrixWords,
): Generator<readonly string[]> {
  const nodes = [...vmNodes(graph)].sort();
  const cell = (coverage: NodeCoverage | undefined): string => {
    if (coverage === undefined) return '';
    const { state, reason } = coverage;
    return reason === undefined ? stateWord(state) : `${stateWord(state)}: ${say(reason)}`;
  };
  yield [network, vlan, ...nodes];
  for (const row of rows) {
    const vlans = attributeList(graph.entities.get(row.id)?.attributes.vlan).join(', ');
    yield [row.name, vlans, ...nodes.map((node) => cell(row.nodes.get(node)))];
  }
}
