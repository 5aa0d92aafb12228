/**
 * The names of the columns: they stay at the top while the picture moves below them. A name that is wider than
 * its column takes two lines.
 */
import type { FC } from 'react';
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import { useText } from '../../console/translation';
import type { ColumnSpan } from '../layout/columnSpans';
import { COLUMN_GAP } from '../layout/geometry';
import type { Column } from '../model/picture';
import type { Viewport } from './viewport';
import { wrapWords } from './wrapWords';

const NAMES: Readonly<Record<Column, Text>> = {
  port: text('Switch port'),
  nic: text('NIC'),
  bond: text('Bond'),
  vlanIf: text('VLAN interface'),
  bridge: text('Bridge'),
  mapping: text('Mapping'),
  network: text('Network'),
  nad: text('NAD'),
  vm: text('VM'),
};

const FONT_SIZE = 12;
const LINE_HEIGHT = 14;
/** Above and below the lines together. */
const PADDING = 14;
/** Between a name and the next, in pixels. */
const SPACE = 6;
const MOST_LINES = 2;

interface ColumnNamesProps {
  readonly columns: readonly ColumnSpan[];
  readonly view: Viewport;
}

export const ColumnNames: FC<ColumnNamesProps> = ({ columns, view }) => {
  const sentence = useText();
  const named = columns.map(({ column, x, width }) => {
    const room = (width + COLUMN_GAP) * view.zoom - SPACE;
    const { lines, size } = wrapWords(sentence(NAMES[column]), room, FONT_SIZE, MOST_LINES);
    return { column, middle: view.x + (x + width / 2) * view.zoom, lines, size };
  });
  const height = PADDING + LINE_HEIGHT * Math.max(1, ...named.map(({ lines }) => lines.length));
  return (
    <g className="vm-networks-columns" aria-hidden="true">
      <rect className="vm-networks-columns__strip" width="100%" height={height} />
      {named.map(({ column, middle, lines, size }) => (
        <text key={column} className="vm-networks-columns__name" fontSize={size}>
          {lines.map((line, index) => (
            <tspan key={line} x={middle} y={height - 10 - LINE_HEIGHT * (lines.length - 1 - index)}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
};
