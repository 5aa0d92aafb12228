/** All networks of the cluster as a table: the accessible twin of the picture's middle column. */
import { useMemo, useState } from 'react';
import type { FC } from 'react';
import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Link, useNavigate } from '../../console/router';
import { useText, useT } from '../../console/translation';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { HealthLabel } from '../../topology/panel/HealthLabel';
import { ListToolbar } from '../../ui/ListToolbar';
import { usePages } from '../../ui/usePages';
import { selectionLink } from './links';
import { filterRows, networkRows, sortRows } from './networkRows';
import type { NetworkRow, SortKey } from './networkRows';

const PER_PAGE = 50;

const SORT_KEYS: readonly SortKey[] = ['name', 'vlan', 'covered', 'vms', 'state'];

interface NetworksTabProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
}

export const NetworksTab: FC<NetworksTabProps> = ({ graph, diagnosis }) => {
  const t = useT();
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<{ key: SortKey; direction: 'asc' | 'desc' }>({
    key: 'name',
    direction: 'asc',
  });
  const all = useMemo(() => networkRows(graph, diagnosis), [graph, diagnosis]);
  const rows = useMemo(
    () => sortRows(filterRows(all, filter), sort.key, sort.direction),
    [all, filter, sort],
  );
  const pages = usePages(rows, PER_PAGE);
  if (all.length === 0) return <NoNetworks />;
  const sortable = (key: SortKey) => ({
    sort: {
      sortBy: { index: SORT_KEYS.indexOf(sort.key), direction: sort.direction },
      columnIndex: SORT_KEYS.indexOf(key),
      onSort: (_event: unknown, _index: number, direction: 'asc' | 'desc') =>
        setSort({ key, direction }),
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
      />
      <Table variant="compact" aria-label={t('Networks')} gridBreakPoint="grid-lg">
        <Thead>
          <Tr>
            <Th modifier="nowrap" {...sortable('name')}>
              {t('Name')}
            </Th>
            <Th>{t('Type')}</Th>
            <Th modifier="nowrap" {...sortable('vlan')}>
              {t('VLAN')}
            </Th>
            <Th>{t('Bridge')}</Th>
            <Th modifier="nowrap" {...sortable('covered')}>
              {t('Nodes')}
            </Th>
            <Th>{t('NADs')}</Th>
            <Th modifier="nowrap" {...sortable('vms')}>
              {t('VMs')}
            </Th>
            <Th modifier="nowrap" {...sortable('state')}>
              {t('State')}
            </Th>
          </Tr>
        </Thead>
        <Tbody>
          {pages.shown.map((row) => (
            <NetworkTableRow key={row.id} row={row} />
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

const NetworkTableRow: FC<{ readonly row: NetworkRow }> = ({ row }) => {
  const t = useT();
  const sentence = useText();
  return (
    <Tr data-test={`network-${row.id}`}>
      <Td dataLabel={t('Name')}>
        <Link to={selectionLink(row.id)}>{row.name}</Link>
      </Td>
      <Td dataLabel={t('Type')}>{sentence(row.type)}</Td>
      <Td dataLabel={t('VLAN')}>{row.vlan ?? t('untagged')}</Td>
      <Td dataLabel={t('Bridge')} modifier="nowrap">
        {row.bridges.length === 0 ? '–' : row.bridges.join(', ')}
      </Td>
      <Td dataLabel={t('Nodes')}>
        {row.coverageUnknown && row.covered === 0
          ? t('unknown')
          : t('{{k}} of {{m}}', { k: row.covered, m: row.eligible })}
      </Td>
      <Td dataLabel={t('NADs')}>
        {row.nads.length <= SHOWN_NADS
          ? row.nads.join(', ')
          : t('{{names}} and {{more}} more', {
              names: row.nads.slice(0, SHOWN_NADS).join(', '),
              more: row.nads.length - SHOWN_NADS,
            })}
      </Td>
      <Td dataLabel={t('VMs')}>{row.vms}</Td>
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

const NoNetworks: FC = () => {
  const t = useT();
  const navigate = useNavigate();
  return (
    <EmptyState titleText={t('No networks for VMs yet')} headingLevel="h2">
      <EmptyStateBody>
        {t(
          'VMs of this cluster use the pod network only. Attach a VM to a VLAN to make the first network.',
        )}
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="primary" onClick={() => void navigate('/vm-networks/attach')}>
            {t('Attach a VM to a VLAN')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};
