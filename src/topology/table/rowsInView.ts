/** The rows of what a picture with these options would show, and the same as cells of a file. */
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Say } from '../export/drawnText';
import { entitiesInPicture } from '../model/entitiesInPicture';
import { findingIndex } from '../model/health';
import type { PictureOptions } from '../model/pictureOptions';
import { kindName } from '../view/kindName';
import type { TableRow } from './tableRows';
import { neighbours, tableRows } from './tableRows';

export const rowsInView = (
  graph: NetworkGraph,
  diagnosis: Diagnosis,
  options: PictureOptions,
): readonly TableRow[] => {
  const findings = findingIndex(diagnosis);
  return tableRows(graph, entitiesInPicture(graph, findings, options), findings);
};

/** One row after the other, so that a file of tens of thousands is never held twice. */
export function* cellsOf(
  graph: NetworkGraph,
  rows: readonly TableRow[],
  say: Say,
): Generator<readonly string[]> {
  for (const row of rows) {
    yield [
      say(kindName(row.kind)),
      row.name,
      row.where,
      row.health,
      row.reason === undefined ? '' : say(row.reason),
      row.vlan,
      row.mtu,
      neighbours(graph, row.id, 'wire').join(' '),
      neighbours(graph, row.id, 'vm').join(' '),
    ];
  }
}
