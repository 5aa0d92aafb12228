/** How far a network reaches: every node that runs VMs, whether it has it, over which bridge, why not. */
import type { FC } from 'react';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { resourceLink } from '../../console/resourceLinks';
import { Link } from '../../console/router';
import { useText, useT } from '../../console/translation';
import type { NodeCoverage } from '../../network/networkGraph';
import { ListToolbar } from '../../ui/ListToolbar';
import { StateLabel } from '../../ui/StateLabel';
import { useWordFilter } from '../../ui/useWordFilter';

const PER_PAGE = 50;

const textOf = ({ node, bridge = '' }: NodeCoverage): string => `${node} ${bridge}`;

export const NetworkNodes: FC<{ readonly coverage: readonly NodeCoverage[] }> = ({ coverage }) => {
  const t = useT();
  const sentence = useText();
  const { filter, setFilter, pages } = useWordFilter(coverage, textOf, PER_PAGE);
  if (coverage.length === 0) {
    return <p>{t('No node that runs VMs is known: there is none, or you may not read nodes.')}</p>;
  }
  return (
    <>
      <ListToolbar
        searchLabel={t('Find a node by name or bridge')}
        placeholder={t('Name or bridge')}
        filter={filter}
        onFilter={setFilter}
        pages={pages}
        pagesLabel={t('Pages of nodes')}
      />
      <Table variant="compact" aria-label={t('Nodes')} gridBreakPoint="grid-md">
        <Thead>
          <Tr>
            <Th modifier="wrap">{t('Node')}</Th>
            <Th modifier="wrap">{t('Bridge')}</Th>
            <Th modifier="wrap">{t('State')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {pages.shown.map(({ node, state, bridge, reason }) => (
            <Tr key={node}>
              <Td dataLabel={t('Node')}>
                <Link to={resourceLink({ kind: 'Node', namespace: '', name: node })}>{node}</Link>
              </Td>
              <Td dataLabel={t('Bridge')}>{bridge ?? '–'}</Td>
              <Td dataLabel={t('State')}>
                <StateLabel state={state} />
                {reason === undefined ? null : (
                  <div className="vm-networks-page__reason">{sentence(reason)}</div>
                )}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
};
