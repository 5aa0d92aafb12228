/** What a bridge has: uplinks, localnets, MTU. */
import type { FC } from 'react';
import { Label } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { BridgeChoice } from '../../plan/bridgeChoices';
import { Labels } from '../../ui/Labels';

export const BridgeLabels: FC<{ readonly choice: BridgeChoice }> = ({ choice }) => {
  const t = useT();
  return (
    <Labels numLabels={6} aria-label={t('Properties of {{name}}', { name: choice.name })}>
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
    </Labels>
  );
};
