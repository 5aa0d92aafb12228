/**
 * The picture as a table: every entity in scope and filter with its neighbours on both sides. What is
 * too much for a picture comes here; the same toolbar narrows it.
 */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import { Button, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useText, useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import { formatCount } from '../../ui/formatCount';
import { usePages } from '../../ui/usePages';
import type { FindingIndex } from '../model/health';
import { HealthLabel } from '../panel/HealthLabel';
import { shortName } from '../panel/entityNames';
import { kindName } from '../view/kindName';
import type { SortKey, TableRow } from './tableRows';
import { SORT_KEYS, neighbours, sortRows } from './tableRows';
import './tableView.css';
import { PageSteps } from '../../ui/PageSteps';

interface TableViewProps {
  readonly graph: NetworkGraph;
  readonly findings: FindingIndex;
  readonly rows: readonly TableRow[];
  readonly selection: string;
  readonly onSelect: (entity: string) => void;
}

/** Parts of the width, in percent; what is left goes to the neighbours. */
const WIDTHS = { kind: 15, name: 20, where: 15, health: 10, vlan: 10, mtu: 10 } as const;

const PAGE_SIZES = [50, 200, 1000] as const;

export const TableView: FC<TableViewProps> = ({ graph, findings, rows, selection, onSelect }) => {
  const t = useT();
  const [perPage, setPerPage] = useState<number>(PAGE_SIZES[0]);
  const [sort, setSort] = useState<{ key: SortKey; direction: 'asc' | 'desc' }>({
    key: 'kind',
    direction: 'asc',
  });
  const sorted = useMemo(() => sortRows(rows, sort.key, sort.direction), [rows, sort]);
  const pages = usePages(sorted, perPage);
  const names: Readonly<Record<SortKey, string>> = {
    kind: t('Kind'),
    name: t('Name'),
    where: t('Node, project or VM'),
    health: t('State'),
    vlan: t('VLAN'),
    mtu: t('MTU'),
  };
  return (
    <div className="vm-networks-table" data-test="topology-table">
      <Toolbar>
        <ToolbarContent>
          <ToolbarItem alignSelf="center">
            {t('{{total}} elements', { total: formatCount(rows.length) })}
          </ToolbarItem>
          <ToolbarItem variant="pagination">
            <PageSteps
              pages={pages}
              label={t('Pages of elements')}
              sizes={PAGE_SIZES}
              onSize={setPerPage}
            />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      <Table
        variant="compact"
        className="vm-networks-table__grid"
        aria-label={t('Everything from the switch port to the VM')}
        gridBreakPoint="grid-lg"
      >
        <Thead>
          <Tr>
            {SORT_KEYS.map((key, index) => (
              <Th
                key={key}
                modifier="wrap"
                width={WIDTHS[key]}
                sort={{
                  sortBy: { index: SORT_KEYS.indexOf(sort.key), direction: sort.direction },
                  columnIndex: index,
                  onSort: (_event, _index, direction) => setSort({ key, direction }),
                }}
              >
                {names[key]}
              </Th>
            ))}
            <Th modifier="wrap" width={15}>
              {t('Towards the switch')}
            </Th>
            <Th modifier="wrap" width={15}>
              {t('Towards the VM')}
            </Th>
          </Tr>
        </Thead>
        <Tbody>
          {pages.shown.map((row) => (
            <Row
              key={row.id}
              graph={graph}
              findings={findings}
              row={row}
              isSelected={row.id === selection}
              names={names}
              onSelect={onSelect}
            />
          ))}
        </Tbody>
      </Table>
      {rows.length === 0 ? <p>{t('Nothing matches the scope and the filter.')}</p> : null}
    </div>
  );
};

interface RowProps {
  readonly graph: NetworkGraph;
  readonly findings: FindingIndex;
  readonly row: TableRow;
  readonly isSelected: boolean;
  readonly names: Readonly<Record<SortKey, string>>;
  readonly onSelect: (entity: string) => void;
}

const Row: FC<RowProps> = ({ graph, findings, row, isSelected, names, onSelect }) => {
  const t = useT();
  const sentence = useText();
  const count = findings.about(row.id).length;
  return (
    <Tr isRowSelected={isSelected} data-test={`row-${row.id}`}>
      <Td className="vm-networks-table__cell" dataLabel={names.kind}>
        {sentence(kindName(row.kind))}
      </Td>
      <Td className="vm-networks-table__cell" dataLabel={names.name}>
        <Button variant="link" isInline onClick={() => onSelect(row.id)}>
          <span className="vm-networks-table__cell">{row.name}</span>
        </Button>
      </Td>
      <Td className="vm-networks-table__cell" dataLabel={names.where}>
        {row.where}
      </Td>
      <Td className="vm-networks-table__cell" dataLabel={names.health}>
        <div>
          <HealthLabel health={row.health} />
        </div>
        {count > 0 ? <div>{t('{{count}} findings', { count })}</div> : null}
        {row.reason === undefined ? null : <div>{sentence(row.reason)}</div>}
      </Td>
      <Td className="vm-networks-table__cell" dataLabel={names.vlan}>
        {row.vlan}
      </Td>
      <Td className="vm-networks-table__cell" dataLabel={names.mtu}>
        {row.mtu}
      </Td>
      <Td className="vm-networks-table__cell" dataLabel={t('Towards the switch')}>
        <Neighbours graph={graph} id={row.id} side="wire" />
      </Td>
      <Td className="vm-networks-table__cell" dataLabel={t('Towards the VM')}>
        <Neighbours graph={graph} id={row.id} side="vm" />
      </Td>
    </Tr>
  );
};

/** Names written out in a cell; the rest is a number, the panel has them all. */
const NAMED = 3;

interface NeighboursProps {
  readonly graph: NetworkGraph;
  readonly id: string;
  readonly side: 'wire' | 'vm';
}

const Neighbours: FC<NeighboursProps> = ({ graph, id, side }) => {
  const t = useT();
  const all = neighbours(graph, id, side);
  const shown = all
    .slice(0, NAMED)
    .map((other) => shortName(graph, other))
    .join(', ');
  if (all.length <= NAMED) return <>{shown}</>;
  return <>{t('{{names}} and {{more}} more', { names: shown, more: all.length - NAMED })}</>;
};
