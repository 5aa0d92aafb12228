/**
 * Networks of the cluster that are what is wished: to use one is the least change. Before a VLAN is
 * said, those of all VLANs; what this person's VMs cannot be attached to says why.
 */
import { useMemo } from 'react';
import type { FC } from 'react';
import { FormGroup, Radio } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import { FLOWS } from '../../plan/flows';
import { wantedNetworkName } from '../../plan/freeNetworkName';
import { freeName } from '../../plan/names';
import { networkOffers, vlanOffers } from '../../plan/networkOffers';
import type { NetworkOffer } from '../../plan/networkOffers';
import { whyNotUsable } from '../../plan/networkUse';
import type { StepProps } from './stepProps';

const SHOWN = 5;

export const NetworkOffers: FC<StepProps> = (props) => {
  const { graph, form, wish, intent, rights, edit } = props;
  const t = useT();
  const isAnyVlan = form.reach === 'vlan' && form.vlan.trim() === '';
  const offers = useMemo(() => {
    const found = isAnyVlan ? vlanOffers(graph, wish) : networkOffers(graph, wish);
    return found
      .map((offer) => ({ offer, obstacle: whyNotUsable(offer.projects, rights) }))
      .sort((a, b) => Number(a.obstacle !== undefined) - Number(b.obstacle !== undefined));
  }, [graph, wish, rights, isAnyVlan]);
  if (offers.length === 0) return null;
  const names = new Set(offers.map(({ offer }) => offer.name));
  return (
    <FormGroup
      role="radiogroup"
      label={isAnyVlan ? t('Networks that are there') : t('Networks that fit')}
      fieldId="attach-offers"
    >
      {offers.slice(0, SHOWN).map(({ offer, obstacle }) => (
        <OfferRadio
          key={offerId(offer)}
          {...props}
          offer={offer}
          obstacle={obstacle}
          isChecked={!isAnyVlan && intent.networkName === offer.name && intent.flow === offer.flow}
        />
      ))}
      {offers.length > SHOWN ? (
        <p>{t('{{more}} more: say the VLAN to narrow them.', { more: offers.length - SHOWN })}</p>
      ) : null}
      {isAnyVlan ? null : (
        <Radio
          id="attach-offer-new"
          name="attach-offer"
          label={t('Make a new network')}
          isChecked={!names.has(intent.networkName)}
          onChange={() =>
            edit({
              networkName: freeName(wantedNetworkName(wish), names),
              flow: undefined,
              uplink: undefined,
            })
          }
        />
      )}
    </FormGroup>
  );
};

const offerId = ({ flow, name, vlan }: NetworkOffer): string => `${flow}-${name}-${vlan ?? ''}`;

interface OfferRadioProps extends StepProps {
  readonly offer: NetworkOffer;
  readonly obstacle: ReturnType<typeof whyNotUsable>;
  readonly isChecked: boolean;
}

const OfferRadio: FC<OfferRadioProps> = ({ offer, obstacle, isChecked, form, edit }) => {
  const t = useT();
  const sentence = useText();
  const { name, flow, projects, users, uplink, vlan } = offer;
  const kind = sentence(FLOWS[flow].title);
  const label =
    vlan === undefined
      ? t('Use {{network}}', { network: name })
      : t('Use {{network}}, VLAN {{vlan}}', { network: name, vlan });
  return (
    <Radio
      id={`attach-offer-${offerId(offer)}`}
      name="attach-offer"
      label={label}
      description={
        obstacle === undefined
          ? t('{{kind}} in {{projects}}; VM NICs on it: {{users}}', {
              kind,
              projects: projects.join(', '),
              users,
            })
          : sentence(obstacle)
      }
      isChecked={isChecked}
      isDisabled={obstacle !== undefined}
      onChange={() =>
        edit({
          networkName: name,
          flow,
          uplink,
          ...(form.reach === 'vlan' && vlan !== undefined ? { vlan: String(vlan) } : {}),
        })
      }
    />
  );
};
