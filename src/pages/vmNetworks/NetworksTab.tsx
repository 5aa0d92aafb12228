/** All networks of the cluster as a table: the accessible twin of the picture's middle column. */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateFooter,
  ToolbarItem,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Link } from '../../console/router';
import { useText, useT } from '../../console/translation';
import { usePreference } from '../../console/usePreference';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import type { ProjectRights } from '../../plan/networkUse';
import { HealthLabel } from '../../topology/panel/HealthLabel';
import { ListToolbar } from '../../ui/ListToolbar';
import { ColumnMenu } from '../../ui/ColumnMenu';
import type { ColumnChoice } from '../../ui/ColumnMenu';
import { usePages } from '../../ui/usePages';
import { useProjectRights } from '../attach/useProjectRights';
import { IMPORT_PATH } from '../import/importPath';
import { networkLink } from '../network/networkLink';
import { AttachToNetwork } from './AttachToNetwork';
import { NoNetworks } from './NoNetworks';
import { filterRows, networkRows, sortRows } from './networkRows';
import type { NetworkRow, SortKey } from './networkRows';

const PER_PAGE = 50;

const SORT_KEYS: readonly SortKey[] = ['name', 'vlan', 'covered', 'vms', 'state'];

/** Columns that can be hidden; the name says what a row is, and the state why one looks. */
type HidableColumn = 'type' | 'vlan' | 'bridge' | 'nodes' | 'nads' | 'vms';

interface TableView {
  readonly sort: { readonly key: SortKey; readonly direction: 'asc' | 'desc' };
  readonly hidden: readonly HidableColumn[];
}

const DEFAULT_VIEW: TableView = { sort: { key: 'name', direction: 'asc' }, hidden: [] };

interface NetworksTabProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
}

export const NetworksTab: FC<NetworksTabProps> = ({ graph, diagnosis }) => {
  const t = useT();
  const [filter, setFilter] = useState('');
  const [{ sort, hidden }, setView] = usePreference('networks-table', DEFAULT_VIEW);
  const rights = useProjectRights(graph);
  const all = useMemo(() => networkRows(graph, diagnosis), [graph, diagnosis]);
  const rows = useMemo(
    () => sortRows(filterRows(all, filter), sort.key, sort.direction),
    [all, filter, sort],
  );
  const pages = usePages(rows, PER_PAGE);
  if (all.length === 0) return <NoNetworks snapshot={graph.snapshot} />;
  const columns: readonly ColumnChoice<HidableColumn>[] = [
    { key: 'type', name: t('Type') },
    { key: 'vlan', name: t('VLAN') },
    { key: 'bridge', name: t('Bridge') },
    { key: 'nodes', name: t('Nodes') },
    { key: 'nads', name: t('NADs') },
    { key: 'vms', name: t('VMs') },
  ];
  const shows = (column: HidableColumn): boolean => !hidden.includes(column);
  const sortable = (key: SortKey) => ({
    sort: {
      sortBy: { index: SORT_KEYS.indexOf(sort.key), direction: sort.direction },
      columnIndex: SORT_KEYS.indexOf(key),
      onSort: (_event: unknown, _index: number, direction: 'asc' | 'desc') =>
        setView({ hidden, sort: { key, direction } }),
    },
  });
  return (
    <>
      <ListToolbar
        searchLabel={t('Find a network by name, VLAN, bridge or NAD')}
        placeholder={t('Name, VLAN, bridge or NAD')}
        filter={filter}
        onFilter={setFilter}
        pages={pages}
        pagesLabel={t('Pages of networks')}
      >
        <ToolbarItem>
          <ColumnMenu
            columns={columns}
            hidden={hidden}
            onChange={(next) => setView({ sort, hidden: next })}
          />
        </ToolbarItem>
        <ToolbarItem alignSelf="center">
          <Link to={IMPORT_PATH}>{t('Import port groups')}</Link>
        </ToolbarItem>
      </ListToolbar>
      <Table variant="compact" aria-label={t('Networks')} gridBreakPoint="grid-lg">
        <Thead>
          <Tr>
            <Th modifier="nowrap" {...sortable('name')}>
              {t('Name')}
            </Th>
            {shows('type') ? <Th modifier="wrap">{t('Type')}</Th> : null}
            {shows('vlan') ? (
              <Th modifier="nowrap" {...sortable('vlan')}>
                {t('VLAN')}
              </Th>
            ) : null}
            {shows('bridge') ? <Th modifier="wrap">{t('Bridge')}</Th> : null}
            {shows('nodes') ? (
              <Th modifier="nowrap" {...sortable('covered')}>
                {t('Nodes')}
              </Th>
            ) : null}
            {shows('nads') ? <Th modifier="wrap">{t('NADs')}</Th> : null}
            {shows('vms') ? (
              <Th modifier="nowrap" {...sortable('vms')}>
                {t('VMs')}
              </Th>
            ) : null}
            <Th modifier="nowrap" {...sortable('state')}>
              {t('State')}
            </Th>
          </Tr>
        </Thead>
        <Tbody>
          {pages.shown.map((row) => (
            <NetworkTableRow key={row.id} row={row} shows={shows} rights={rights} />
          ))}
        </Tbody>
      </Table>
      {rows.length === 0 ? (
        <EmptyState titleText={t('No network matches')} headingLevel="h2" variant="sm">
          <EmptyStateFooter>
            <EmptyStateActions>
              <Button variant="link" onClick={() => setFilter('')}>
                {t('Clear the filter')}
              </Button>
            </EmptyStateActions>
          </EmptyStateFooter>
        </EmptyState>
      ) : null}
    </>
  );
};

const SHOWN_NADS = 3;

interface NetworkTableRowProps {
  readonly row: NetworkRow;
  readonly shows: (column: HidableColumn) => boolean;
  readonly rights: ProjectRights;
}

const NetworkTableRow: FC<NetworkTableRowProps> = ({ row, shows, rights }) => {
  const t = useT();
  const sentence = useText();
  return (
    <Tr data-test={`network-${row.id}`}>
      <Td dataLabel={t('Name')}>
        <Link to={networkLink(row.id)}>{row.name}</Link>
        <AttachToNetwork row={row} rights={rights} />
      </Td>
      {shows('type') ? <Td dataLabel={t('Type')}>{sentence(row.type)}</Td> : null}
      {shows('vlan') ? <Td dataLabel={t('VLAN')}>{row.vlan ?? t('untagged')}</Td> : null}
      {shows('bridge') ? (
        <Td dataLabel={t('Bridge')} modifier="nowrap">
          {row.bridges.length === 0 ? '–' : row.bridges.join(', ')}
        </Td>
      ) : null}
      {shows('nodes') ? (
        <Td dataLabel={t('Nodes')}>
          {row.coverageUnknown && row.covered === 0
            ? t('unknown')
            : t('{{k}} of {{m}}', { k: row.covered, m: row.eligible })}
        </Td>
      ) : null}
      {shows('nads') ? (
        <Td dataLabel={t('NADs')}>
          {row.nads.length <= SHOWN_NADS
            ? row.nads.join(', ')
            : t('{{names}} and {{more}} more', {
                names: row.nads.slice(0, SHOWN_NADS).join(', '),
                more: row.nads.length - SHOWN_NADS,
              })}
        </Td>
      ) : null}
      {shows('vms') ? <Td dataLabel={t('VMs')}>{row.vms}</Td> : null}
      <Td dataLabel={t('State')}>
        <span>
          <HealthLabel health={row.state} />
        </span>
        {row.reason === undefined ? null : (
          <div className="vm-networks-page__reason">{sentence(row.reason)}</div>
        )}
      </Td>
    </Tr>
  );
};
