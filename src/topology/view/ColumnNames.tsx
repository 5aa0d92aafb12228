/** The names of the columns: they stay at the top while the picture moves below them. */
import type { FC } from 'react';
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import { useText } from '../../console/translation';
import type { ColumnSpan } from '../layout/columnSpans';
import type { Column } from '../model/picture';
import type { Viewport } from './viewport';

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

const HEIGHT = 28;

interface ColumnNamesProps {
  readonly columns: readonly ColumnSpan[];
  readonly view: Viewport;
}

export const ColumnNames: FC<ColumnNamesProps> = ({ columns, view }) => {
  const sentence = useText();
  return (
    <g className="vm-networks-columns" aria-hidden="true">
      <rect className="vm-networks-columns__strip" width="100%" height={HEIGHT} />
      {columns.map(({ column, x, width }) => (
        <text
          key={column}
          className="vm-networks-columns__name"
          x={view.x + (x + width / 2) * view.zoom}
          y={HEIGHT - 10}
        >
          {sentence(NAMES[column])}
        </text>
      ))}
    </g>
  );
};
