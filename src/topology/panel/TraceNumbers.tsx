/**
 * The VLAN and the MTU of a path, step by step from the VM NIC to the wire, to be compared at a glance: each
 * MTU must be at least the one above it. Source: domain reference B.9, B.10.
 */
import type { FC } from 'react';
import { Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useText, useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Trace } from '../../network/trace';
import { kindName } from '../view/kindName';
import { kindOf, shortName } from './entityNames';
import { numbersOf } from './numbersOf';

interface TraceNumbersProps {
  readonly graph: NetworkGraph;
  readonly trace: Trace;
}

export const TraceNumbers: FC<TraceNumbersProps> = ({ graph, trace }) => {
  const t = useT();
  const sentence = useText();
  const steps = numbersOf(trace);
  if (steps.length === 0) return null;
  return (
    <Table
      variant="compact"
      borders={false}
      gridBreakPoint=""
      aria-label={t('VLAN and MTU from the VM NIC to the wire')}
      data-test="trace-numbers"
    >
      <Thead>
        <Tr>
          <Th modifier="wrap">{t('Hop')}</Th>
          <Th modifier="wrap">{t('VLAN')}</Th>
          <Th modifier="wrap">{t('MTU in bytes')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {steps.map(({ id, vlans, allowed, mtu, isTooSmall }) => {
          const kind = kindOf(id);
          return (
            <Tr key={id}>
              <Td dataLabel={t('Hop')}>
                {kind === undefined ? null : sentence(kindName(kind))} {shortName(graph, id)}
              </Td>
              <Td dataLabel={t('VLAN')}>
                {vlans === '' ? t('Untagged') : vlans}
                {allowed === undefined
                  ? null
                  : `, ${t('lets through {{vlans}}', { vlans: allowed })}`}
              </Td>
              <Td dataLabel={t('MTU in bytes')}>
                {mtu}{' '}
                {isTooSmall ? (
                  <Label isCompact status="danger">
                    {t('too small')}
                  </Label>
                ) : null}
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};
