/** Name of a new bridge and the NICs below it; a NIC that must not be touched says why. */
import { useMemo } from 'react';
import type { FC } from 'react';
import { Checkbox, FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { speedText } from '../../cluster/speedText';
import { text } from '../../cluster/text';
import { useText, useT } from '../../console/translation';
import type { BondMode, UplinkChoice } from '../../plan/attachIntent';
import { nicChoices } from '../../plan/nicChoices';
import { GuardList } from './GuardList';
import type { StepProps } from './stepProps';
import { TextField } from './TextField';

interface NewBridgeFieldsProps extends StepProps {
  readonly uplink: UplinkChoice & { readonly type: 'newBridge' };
}

const FREE = text('Free');

const KERNEL_MODES: readonly BondMode[] = ['active-backup', '802.3ad', 'balance-xor'];
const OVS_MODES: readonly BondMode[] = ['balance-slb', ...KERNEL_MODES];

export const NewBridgeFields: FC<NewBridgeFieldsProps> = ({
  uplink,
  intent,
  edit,
  guards,
  nodes,
}) => {
  const t = useT();
  const sentence = useText();
  const choices = useMemo(() => nicChoices(nodes), [nodes]);
  const change = (part: Partial<typeof uplink>): void => edit({ uplink: { ...uplink, ...part } });
  const toggle = (nic: string, isChosen: boolean): void =>
    change({
      nics: isChosen ? [...uplink.nics, nic].sort() : uplink.nics.filter((other) => other !== nic),
    });
  const modes = intent.flow === 'linuxBridge' ? KERNEL_MODES : OVS_MODES;
  return (
    <div className="vm-networks-attach__fields">
      <TextField
        id="attach-bridge-name"
        label={t('Bridge name')}
        help={t('Up to 15 characters.')}
        value={uplink.bridge}
        field="bridgeName"
        guards={guards}
        onChange={(bridge) => change({ bridge })}
      />
      <FormGroup role="group" label={t('NICs')} fieldId="attach-nic" isRequired>
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
                  <Checkbox
                    id={`attach-nic-${choice.name}`}
                    aria-label={t('Choose {{name}}', { name: choice.name })}
                    isChecked={uplink.nics.includes(choice.name)}
                    isDisabled={choice.obstacle !== undefined}
                    onChange={(_event, isChosen) => toggle(choice.name, isChosen)}
                  />
                </Td>
                <Td dataLabel={t('NIC')}>{choice.name}</Td>
                <Td dataLabel={t('Speed')} modifier="nowrap">
                  {choice.speed === undefined ? '–' : sentence(speedText(choice.speed))}
                </Td>
                <Td dataLabel={t('MTU')}>{choice.mtu ?? '–'}</Td>
                <Td dataLabel={t('Switch port')}>
                  {choice.neighbors.length === 0
                    ? t('unknown (no LLDP)')
                    : choice.neighbors.join(', ')}
                </Td>
                <Td dataLabel={t('Can it be used?')}>
                  {sentence(choice.obstacle ?? choice.caution ?? FREE)}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
        <GuardList guards={guards} fields={['nic']} />
      </FormGroup>
      {uplink.nics.length < 2 ? null : (
        <FormGroup label={t('Bond mode')} fieldId="attach-bond-mode">
          <FormSelect
            id="attach-bond-mode"
            value={uplink.bondMode ?? 'active-backup'}
            onChange={(_event, mode) => change({ bondMode: modes.find((one) => one === mode) })}
          >
            {modes.map((mode) => (
              <FormSelectOption key={mode} value={mode} label={mode} />
            ))}
          </FormSelect>
        </FormGroup>
      )}
    </div>
  );
};
