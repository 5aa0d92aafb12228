/** Ports and addresses of an OVN view: what the lines of its drawing stand for, as a table. */
import type { FC } from 'react';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useT } from '../../console/translation';
import type { OvnView } from '../../network/ovn/ovnModel';
import { ovnCells } from './ovnCells';

interface OvnPortsProps {
  readonly view: OvnView;
  /** Only what touches this shape; '' for all. */
  readonly chosen: string;
}

/** Ports that are listed; a node can have thousands, and the rest is a choice away. */
const SHOWN = 200;

export const OvnPorts: FC<OvnPortsProps> = ({ view, chosen }) => {
  const t = useT();
  const edges = [...view.edges.values()].filter(
    ({ source, target }) => chosen === '' || source === chosen || target === chosen,
  );
  return (
    <>
      <Table variant="compact" gridBreakPoint="grid-lg" aria-label={t('Ports and addresses')}>
        <Thead>
          <Tr>
            <Th modifier="wrap">{t('Towards the switch')}</Th>
            <Th modifier="wrap">{t('Towards the VM')}</Th>
            <Th modifier="wrap">{t('Ports')}</Th>
            <Th modifier="wrap">{t('Addresses')}</Th>
            <Th modifier="wrap">{t('VLAN')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {edges.slice(0, SHOWN).map((edge) => {
            const { id, wire, vm, ports, addresses, vlan } = ovnCells(view, edge);
            return (
              <Tr key={id}>
                <Td dataLabel={t('Towards the switch')}>{wire}</Td>
                <Td dataLabel={t('Towards the VM')}>{vm}</Td>
                <Td dataLabel={t('Ports')}>{ports}</Td>
                <Td dataLabel={t('Addresses')}>{addresses}</Td>
                <Td dataLabel={t('VLAN')}>{vlan}</Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
      {edges.length > SHOWN ? (
        <p>
          {t('{{more}} more; choose a part of the drawing to see only its ports.', {
            more: edges.length - SHOWN,
          })}
        </p>
      ) : null}
    </>
  );
};
