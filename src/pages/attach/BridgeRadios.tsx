/** The OVS bridges of the chosen nodes, each with what it is and, where so, why it cannot be used. */
import { useMemo } from 'react';
import type { FC } from 'react';
import { Label, LabelGroup, Radio } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import { bridgeChoices } from '../../plan/bridgeChoices';
import type { BridgeChoice } from '../../plan/bridgeChoices';
import type { StepProps } from './stepProps';

export const BridgeRadios: FC<StepProps> = ({ form, edit, nodes }) => {
  const t = useT();
  const choices = useMemo(() => bridgeChoices(nodes), [nodes]);
  if (choices.length === 0) {
    return (
      <p>{t('None of the chosen nodes reports an OVS bridge. Make a new one on a free NIC.')}</p>
    );
  }
  return (
    <div role="radiogroup" aria-label={t('Bridge')} className="vm-networks-attach__choices">
      {choices.map((choice) => (
        <BridgeRadio
          key={choice.name}
          choice={choice}
          isChecked={form.bridge === choice.name}
          onChoose={() => edit({ bridge: choice.name })}
        />
      ))}
    </div>
  );
};

interface BridgeRadioProps {
  readonly choice: BridgeChoice;
  readonly isChecked: boolean;
  readonly onChoose: () => void;
}

const BridgeRadio: FC<BridgeRadioProps> = ({ choice, isChecked, onChoose }) => {
  const t = useT();
  const sentence = useText();
  const description =
    choice.obstacle === undefined
      ? choice.shared
        ? t('Shared with the node’s own traffic: only a mapping is added, no interface is changed.')
        : t('Made for VM traffic.')
      : sentence(choice.obstacle);
  return (
    <Radio
      id={`attach-bridge-${choice.name}`}
      name="attach-bridge"
      label={choice.name}
      description={description}
      isChecked={isChecked}
      isDisabled={choice.obstacle !== undefined}
      onChange={onChoose}
      body={
        <LabelGroup numLabels={6} aria-label={t('Properties of {{name}}', { name: choice.name })}>
          {choice.uplinks.map((uplink) => (
            <Label key={uplink} isCompact>
              {t('uplink {{name}}', { name: uplink })}
            </Label>
          ))}
          {choice.localnets.map((localnet) => (
            <Label key={localnet} isCompact>
              {t('localnet {{name}}', { name: localnet })}
            </Label>
          ))}
          {choice.mtu === undefined ? null : (
            <Label isCompact>{t('MTU {{mtu}}', { mtu: choice.mtu })}</Label>
          )}
        </LabelGroup>
      }
    />
  );
};
