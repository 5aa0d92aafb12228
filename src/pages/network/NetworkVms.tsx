/** The VM NICs on a network, each with the verdict on its path. */
import { useMemo } from 'react';
import type { FC } from 'react';
import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { resourceLink } from '../../console/resourceLinks';
import { Link } from '../../console/router';
import { useT } from '../../console/translation';
import type { Diagnosis } from '../../doctor/model';
import type { Entity } from '../../network/model';
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { attachLinkOf } from '../../plan/startingPoint';
import { HealthLabel } from '../../topology/panel/HealthLabel';
import { panelHealth } from '../../topology/panel/panelHealth';
import { findingIndex } from '../../topology/model/health';
import type { FindingIndex } from '../../topology/model/health';
import { ListToolbar } from '../../ui/ListToolbar';
import { useWordFilter } from '../../ui/useWordFilter';
import { selectionLink } from '../vmNetworks/links';
import type { NetworkParts } from './networkParts';

interface NetworkVmsProps {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  readonly parts: NetworkParts;
}

const PER_PAGE = 50;

const textOf = ({ key }: VnicView): string => key;

export const NetworkVms: FC<NetworkVmsProps> = ({ graph, diagnosis, parts }) => {
  const t = useT();
  const { filter, setFilter, pages } = useWordFilter(parts.vnics, textOf, PER_PAGE);
  const findings = findingIndex(diagnosis);
  if (parts.vnics.length === 0) return <NoVms id={parts.id} />;
  return (
    <>
      <ListToolbar
        searchLabel={t('Find a VM by project or name')}
        placeholder={t('Project or name')}
        filter={filter}
        onFilter={setFilter}
        pages={pages}
        pagesLabel={t('Pages of VMs')}
      />
      <Table variant="compact" aria-label={t('VMs')} gridBreakPoint="grid-md">
        <Thead>
          <Tr>
            <Th modifier="wrap">{t('VM')}</Th>
            <Th modifier="wrap">{t('Project')}</Th>
            <Th modifier="wrap">{t('NIC')}</Th>
            <Th modifier="wrap">{t('State')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {pages.shown.map((vnic) => {
            const entity = graph.entities.get(vnic.id);
            const { namespace, vmName } = vnic;
            return (
              <Tr key={vnic.key}>
                <Td dataLabel={t('VM')}>
                  <Link to={resourceLink({ kind: 'VirtualMachine', namespace, name: vmName })}>
                    {vmName}
                  </Link>
                </Td>
                <Td dataLabel={t('Project')}>{namespace}</Td>
                <Td dataLabel={t('NIC')}>
                  <Link to={selectionLink(vnic.id)}>{vnic.name}</Link>
                </Td>
                <Td dataLabel={t('State')}>
                  {entity === undefined ? null : (
                    <NicState graph={graph} findings={findings} entity={entity} />
                  )}
                </Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
    </>
  );
};

interface NicStateProps {
  readonly graph: NetworkGraph;
  readonly findings: FindingIndex;
  readonly entity: Entity;
}

/** A trace each: not anew while somebody types into the search. */
const NicState: FC<NicStateProps> = ({ graph, findings, entity }) => {
  const health = useMemo(() => panelHealth(graph, findings, entity), [graph, findings, entity]);
  return <HealthLabel health={health} />;
};

const NoVms: FC<{ readonly id: string }> = ({ id }) => {
  const t = useT();
  const attach = attachLinkOf(id);
  return (
    <EmptyState titleText={t('No VM is attached')} headingLevel="h2" variant="sm">
      <EmptyStateBody>{t('VMs that are attached to this network are listed here.')}</EmptyStateBody>
      {attach === undefined ? null : (
        <EmptyStateFooter>
          <EmptyStateActions>
            <Link to={attach}>{t('Attach a VM to this network')}</Link>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
};
