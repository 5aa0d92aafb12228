/**
 * Network by node: which networks reach which nodes, and where they do not, why. Equal nodes share a
 * column; each cell opens its sentence below the table's title.
 */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useText, useT } from '../../console/translation';
import type { CoverageRow } from '../../network/coverageMatrix';
import type { NetworkGraph } from '../../network/networkGraph';
import { StateLabel } from '../../ui/StateLabel';
import { usePages } from '../../ui/usePages';
import { SelectButton } from '../panel/SelectButton';
import { CoverageCell } from './CoverageCell';
import type { CoverageColumn } from './coverageColumns';
import { coverageColumns, vmNodes } from './coverageColumns';
import './matrix.css';
import { PageSteps } from '../../ui/PageSteps';

interface CoverageViewProps {
  readonly graph: NetworkGraph;
  readonly rows: readonly CoverageRow[];
  readonly isEachNode: boolean;
  /** Whether the rows are only those of networks that do not reach every node. */
  readonly hidesHealthy: boolean;
  readonly onSelect: (entity: string) => void;
}

const ROWS_PER_PAGE = 40;
const COLUMNS_PER_PAGE = 20;

interface Chosen {
  readonly row: string;
  readonly column: string;
}

export const CoverageView: FC<CoverageViewProps> = (props) => {
  const { graph, rows, isEachNode, hidesHealthy, onSelect } = props;
  const t = useT();
  const [chosen, setChosen] = useState<Chosen>();
  const counted = useMemo(() => vmNodes(graph), [graph]);
  const columns = useMemo(
    () => coverageColumns(rows, counted, isEachNode ? 'each' : 'folded'),
    [rows, counted, isEachNode],
  );
  const rowPages = usePages(rows, ROWS_PER_PAGE);
  const columnPages = usePages(columns, COLUMNS_PER_PAGE);
  if (rows.length === 0) {
    return (
      <p data-test="coverage-empty">
        {hidesHealthy
          ? t('Every network reaches every node that it has to.')
          : t('No network in scope and filter.')}
      </p>
    );
  }
  const chosenRow = rows.find(({ id }) => id === chosen?.row);
  const chosenColumn = columns.find(({ id }) => id === chosen?.column);
  return (
    <div className="vm-networks-coverage" data-test="coverage">
      <Toolbar>
        <ToolbarContent>
          <ToolbarItem>
            <p aria-live="polite" className="vm-networks-coverage__chosen">
              {chosenRow === undefined || chosenColumn === undefined ? (
                t('Choose a cell to read why.')
              ) : (
                <ChosenCell row={chosenRow} column={chosenColumn} onSelect={onSelect} />
              )}
            </p>
          </ToolbarItem>
          {[
            { pages: rowPages, name: t('Pages of networks') },
            { pages: columnPages, name: t('Pages of nodes') },
          ].map(({ pages, name }) =>
            pages.total > pages.perPage ? (
              <ToolbarItem key={name} variant="pagination">
                <PageSteps pages={pages} label={name} />
              </ToolbarItem>
            ) : null,
          )}
        </ToolbarContent>
      </Toolbar>
      <Table
        variant="compact"
        className="vm-networks-coverage__grid"
        gridBreakPoint=""
        aria-label={t('Which network reaches which node')}
      >
        <Thead>
          <Tr>
            <Th modifier="wrap" className="vm-networks-coverage__head">
              {t('Network')}
            </Th>
            {columnPages.shown.map((column) => (
              <ColumnHead key={column.id} column={column} />
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {rowPages.shown.map((row) => (
            <Tr key={row.id} data-test={`coverage-${row.id}`}>
              <Th scope="row" modifier="nowrap">
                <SelectButton id={row.id} name={row.name} onSelect={onSelect} />
                <VlanNote graph={graph} id={row.id} />
              </Th>
              {columnPages.shown.map((column) => (
                <Td key={column.id} textCenter>
                  <CoverageCell
                    row={row}
                    column={column}
                    isChosen={chosen?.row === row.id && chosen.column === column.id}
                    onChoose={() => setChosen({ row: row.id, column: column.id })}
                  />
                </Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
      {counted.size < graph.nodes.size ? (
        <p>
          {t('{{count}} control-plane nodes that run no VMs are left out.', {
            count: graph.nodes.size - counted.size,
          })}
        </p>
      ) : null}
    </div>
  );
};

const ColumnHead: FC<{ readonly column: CoverageColumn }> = ({ column }) => {
  const t = useT();
  const { nodes, id } = column;
  return (
    <Th textCenter modifier="wrap" className="vm-networks-coverage__head">
      {nodes.length === 1
        ? id
        : t('{{count}} nodes: {{first}} …', { count: nodes.length, first: id })}
    </Th>
  );
};

const VlanNote: FC<{ readonly graph: NetworkGraph; readonly id: string }> = ({ graph, id }) => {
  const t = useT();
  const vlan = graph.entities.get(id)?.attributes.vlan;
  return vlan === undefined ? null : (
    <small className="vm-networks-coverage__vlan">
      {t('VLAN {{vlan}}', { vlan: String(vlan) })}
    </small>
  );
};

interface ChosenCellProps {
  readonly row: CoverageRow;
  readonly column: CoverageColumn;
  readonly onSelect: (entity: string) => void;
}

const ChosenCell: FC<ChosenCellProps> = ({ row, column, onSelect }) => {
  const t = useT();
  const sentence = useText();
  const coverage = row.nodes.get(column.id);
  return (
    <>
      {coverage === undefined ? null : <StateLabel state={coverage.state} />}{' '}
      <SelectButton id={row.id} name={row.name} onSelect={onSelect} />{' '}
      <SelectButton id={`node/${column.id}`} name={column.id} onSelect={onSelect} />{' '}
      {coverage?.reason === undefined
        ? coverage?.bridge === undefined
          ? null
          : t('on {{bridge}}', { bridge: coverage.bridge })
        : sentence(coverage.reason)}
    </>
  );
};
