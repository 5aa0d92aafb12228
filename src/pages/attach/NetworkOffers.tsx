/** Networks of the cluster that are what is wished: to use one is the least change. */
import { useMemo } from 'react';
import type { FC } from 'react';
import { FormGroup, Radio } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import { FLOWS } from '../../plan/flows';
import { wantedNetworkName } from '../../plan/freeNetworkName';
import { freeName } from '../../plan/names';
import { networkOffers } from '../../plan/networkOffers';
import type { StepProps } from './stepProps';

const SHOWN = 5;

export const NetworkOffers: FC<StepProps> = ({ graph, wish, intent, edit }) => {
  const t = useT();
  const sentence = useText();
  const offers = useMemo(() => networkOffers(graph, wish), [graph, wish]);
  if (offers.length === 0) return null;
  return (
    <FormGroup role="radiogroup" label={t('Networks that fit')} fieldId="attach-offers">
      {offers.slice(0, SHOWN).map(({ name, flow, projects, users, uplink }) => (
        <Radio
          key={`${flow} ${name}`}
          id={`attach-offer-${flow}-${name}`}
          name="attach-offer"
          label={t('Use {{network}}', { network: name })}
          description={t('{{kind}} in {{projects}}; VM NICs on it: {{users}}', {
            kind: sentence(FLOWS[flow].title),
            projects: projects.join(', '),
            users,
          })}
          isChecked={intent.networkName === name && intent.flow === flow}
          onChange={() => edit({ networkName: name, flow, uplink })}
        />
      ))}
      <Radio
        id="attach-offer-new"
        name="attach-offer"
        label={t('Make a new network')}
        isChecked={!offers.some(({ name }) => name === intent.networkName)}
        onChange={() =>
          edit({
            networkName: freeName(wantedNetworkName(wish), new Set(offers.map(({ name }) => name))),
            flow: undefined,
            uplink: undefined,
          })
        }
      />
    </FormGroup>
  );
};
