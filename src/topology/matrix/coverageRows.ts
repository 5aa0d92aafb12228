/** The networks of the coverage matrix that scope and filter leave; a state is asked of the cells instead. */
import { coverageMatrix } from '../../network/coverageMatrix';
import type { CoverageRow } from '../../network/coverageMatrix';
import type { NetworkGraph } from '../../network/networkGraph';
import { hidesHealthy } from '../model/filter';
import { filterEntities } from '../model/filterEntities';
import type { FindingIndex } from '../model/health';
import type { PictureOptions } from '../model/pictureOptions';
import { scopeEntities } from '../model/scopeEntities';
import { uncoveredRows, vmNodes } from './coverageColumns';

/** All rows in scope and filter; where healthy ones are hidden, only those that miss a node. */
export const coverageRows = (
  graph: NetworkGraph,
  findings: FindingIndex,
  { scope, filter }: PictureOptions,
): readonly CoverageRow[] => {
  const inScope = scopeEntities(graph, scope);
  const inFilter = filterEntities(graph, findings, { ...filter, state: [] });
  const rows = coverageMatrix(graph).filter(
    ({ id }) => inScope?.has(id) !== false && inFilter?.has(id) !== false,
  );
  return hidesHealthy(filter) ? uncoveredRows(rows, vmNodes(graph)) : rows;
};
