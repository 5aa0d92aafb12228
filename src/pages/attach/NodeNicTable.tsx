/** The NICs of one node: what each is, what uses it, and whether it can become an uplink. */
import type { FC } from 'react';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { speedText } from '../../cluster/speedText';
import { text } from '../../cluster/text';
import { useText, useT } from '../../console/translation';
import type { NodeNic } from '../../plan/nodeNics';

interface NodeNicTableProps {
  readonly node: string;
  readonly nics: readonly NodeNic[];
  /** The node is one of those that are chosen. */
  readonly isChosen: boolean;
}

const FREE = text('Free');

export const NodeNicTable: FC<NodeNicTableProps> = ({ node, nics, isChosen }) => {
  const t = useT();
  const sentence = useText();
  const verdict = ({ obstacle, caution }: NodeNic): string => {
    if (obstacle !== undefined) return sentence(obstacle);
    if (!isChosen) return t('Choose the node first.');
    return sentence(caution ?? FREE);
  };
  return (
    <Table
      variant="compact"
      aria-label={t('NICs of {{name}}', { name: node })}
      gridBreakPoint="grid-lg"
      data-test={`nics-of-${node}`}
    >
      <Thead>
        <Tr>
          <Th modifier="fitContent">{t('NIC')}</Th>
          <Th modifier="fitContent">{t('Speed')}</Th>
          <Th modifier="fitContent">{t('Link')}</Th>
          <Th modifier="wrap">{t('Switch port')}</Th>
          <Th modifier="wrap">{t('Used by')}</Th>
          <Th modifier="wrap" width={40}>
            {t('Can it be used?')}
          </Th>
        </Tr>
      </Thead>
      <Tbody>
        {nics.map((nic) => (
          <Tr key={nic.name}>
            <Td dataLabel={t('NIC')}>{nic.name}</Td>
            <Td dataLabel={t('Speed')} modifier="nowrap">
              {nic.speed === undefined ? '–' : sentence(speedText(nic.speed))}
            </Td>
            <Td dataLabel={t('Link')}>{sentence(nic.link)}</Td>
            <Td dataLabel={t('Switch port')}>
              {nic.neighbors.length === 0 ? t('unknown (no LLDP)') : nic.neighbors.join(', ')}
            </Td>
            <Td dataLabel={t('Used by')}>
              {nic.usedBy.length === 0 ? '–' : nic.usedBy.join(' → ')}
            </Td>
            <Td dataLabel={t('Can it be used?')}>{verdict(nic)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
