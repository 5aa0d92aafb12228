/** Name of a new bridge and the NIC below it; a NIC that must not be touched says why. */
import { useMemo } from 'react';
import type { FC } from 'react';
import { FormGroup, Radio, TextInput } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useText, useT } from '../../console/translation';
import { nicChoices } from '../../plan/nicChoices';
import { GuardList } from './GuardList';
import type { StepProps } from './stepProps';

export const NewBridgeFields: FC<StepProps> = ({ form, edit, guards, nodes }) => {
  const t = useT();
  const sentence = useText();
  const choices = useMemo(() => nicChoices(nodes), [nodes]);
  return (
    <div className="vm-networks-attach__fields">
      <FormGroup label={t('Bridge name')} fieldId="attach-bridge-name" isRequired>
        <TextInput
          id="attach-bridge-name"
          value={form.newBridgeName}
          onChange={(_event, newBridgeName) => edit({ newBridgeName })}
          validated={guards.some((guard) => guard.field === 'bridgeName') ? 'error' : 'default'}
        />
        <GuardList guards={guards} fields={['bridgeName']} />
      </FormGroup>
      <FormGroup role="group" label={t('NIC')} fieldId="attach-nic" isRequired>
        <Table
          variant="compact"
          aria-label={t('NICs of the chosen nodes')}
          gridBreakPoint="grid-md"
        >
          <Thead>
            <Tr>
              <Th aria-label={t('Choose')} />
              <Th modifier="fitContent">{t('NIC')}</Th>
              <Th modifier="fitContent">{t('Speed')}</Th>
              <Th modifier="fitContent">{t('MTU')}</Th>
              <Th modifier="nowrap">{t('Switch port')}</Th>
              <Th modifier="nowrap">{t('Can it be used?')}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {choices.map((choice) => (
              <Tr key={choice.name}>
                <Td dataLabel={t('Choose')}>
                  <Radio
                    id={`attach-nic-${choice.name}`}
                    name="attach-nic"
                    aria-label={t('Choose {{name}}', { name: choice.name })}
                    isChecked={form.nic === choice.name}
                    isDisabled={choice.obstacle !== undefined}
                    onChange={() => edit({ nic: choice.name })}
                  />
                </Td>
                <Td dataLabel={t('NIC')}>{choice.name}</Td>
                <Td dataLabel={t('Speed')} modifier="nowrap">
                  {choice.speed === undefined ? '–' : speedText(choice.speed, t)}
                </Td>
                <Td dataLabel={t('MTU')}>{choice.mtu ?? '–'}</Td>
                <Td dataLabel={t('Switch port')}>
                  {choice.neighbors.length === 0
                    ? t('unknown (no LLDP)')
                    : choice.neighbors.join(', ')}
                </Td>
                <Td dataLabel={t('Can it be used?')}>
                  {choice.obstacle === undefined ? t('Free') : sentence(choice.obstacle)}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
        {form.nic === '' ? null : <GuardList guards={guards} fields={['nic']} />}
      </FormGroup>
    </div>
  );
};

/** Mbit/s as people say it: from 1000 on in Gbit/s. */
const speedText = (speed: number, t: ReturnType<typeof useT>): string =>
  speed >= 1000 ? t('{{speed}} Gbit/s', { speed: speed / 1000 }) : t('{{speed}} Mbit/s', { speed });
