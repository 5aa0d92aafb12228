/** The widths of the columns in the language that is shown: the same object until one of them differs. */
import { useMemo, useRef } from 'react';
import { useText } from '../../console/translation';
import type { ColumnWidths } from '../layout/geometry';
import { COLUMNS } from '../model/picture';
import { columnWidths } from './columnWidths';

export const useColumnWidths = (): ColumnWidths => {
  const say = useText();
  const widths = useMemo(() => columnWidths(say), [say]);
  const kept = useRef(widths);
  if (COLUMNS.some((column) => kept.current[column] !== widths[column])) kept.current = widths;
  return kept.current;
};
