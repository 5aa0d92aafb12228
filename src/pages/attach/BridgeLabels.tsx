/** What a bridge has: uplinks, localnets, MTU. */
import type { FC } from 'react';
import { Label, LabelGroup } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { BridgeChoice } from '../../plan/bridgeChoices';

export const BridgeLabels: FC<{ readonly choice: BridgeChoice }> = ({ choice }) => {
  const t = useT();
  return (
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
  );
};
