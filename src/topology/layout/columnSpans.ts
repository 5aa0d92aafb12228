/** Where each column stands. Columns without elements take no room. */
import type { Column } from '../model/picture';
import { CARD_PADDING, COLUMN_GAP, FRAME_PADDING, NODE_COLUMNS } from './geometry';
import type { ColumnWidths } from './geometry';

export interface ColumnSpan {
  readonly column: Column;
  readonly x: number;
  readonly width: number;
}

/** Room that frames need beside a column. */
const framePadding = (column: Column, neighbour: Column | undefined): number => {
  if (NODE_COLUMNS.includes(column)) {
    return neighbour !== undefined && NODE_COLUMNS.includes(neighbour) ? 0 : FRAME_PADDING;
  }
  if (column === 'vm') {
    return FRAME_PADDING + CARD_PADDING;
  }
  return column === 'network' ? 0 : FRAME_PADDING;
};

/** @param columns the columns that are drawn, from left to right */
export const columnSpans = (
  columns: readonly Column[],
  widths: ColumnWidths,
): readonly ColumnSpan[] => {
  let next = 0;
  return columns.map((column, index) => {
    const x = next + framePadding(column, columns[index - 1]);
    const width = widths[column];
    next = x + width + framePadding(column, columns[index + 1]) + COLUMN_GAP;
    return { column, x, width };
  });
};
