/** Step 1: what the VMs shall reach, who gives addresses, and networks that are there already. */
import type { FC } from 'react';
import { Content, Form, FormGroup, Radio } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { Reach } from '../../plan/wish';
import { NetworkOffers } from './NetworkOffers';
import type { StepProps } from './stepProps';
import { TextField } from './TextField';

export const WishStep: FC<StepProps> = (props) => {
  const { form, guards, edit, intent } = props;
  const t = useT();
  const choices: readonly { type: Reach['type']; label: string; description: string }[] = [
    {
      type: 'vlan',
      label: t('A VLAN of the physical network'),
      description: t('The VM sends plain frames; the network adds the tag.'),
    },
    {
      type: 'untagged',
      label: t('The untagged network of the switch port'),
      description: t('The native VLAN, such as the network of the nodes.'),
    },
    {
      type: 'trunk',
      label: t('Several VLANs that the guest tags itself'),
      description: t('For routers and firewalls in a VM.'),
    },
    {
      type: 'overlay',
      label: t('Other VMs only'),
      description: t('A switch inside the cluster, without the physical network.'),
    },
  ];
  return (
    <Form>
      <Content component="p">{t('Say what the VMs shall reach.')}</Content>
      <FormGroup role="radiogroup" label={t('Network')} fieldId="attach-reach" isRequired>
        <div className="vm-networks-attach__choices">
          {choices.map(({ type, label, description }) => (
            <Radio
              key={type}
              id={`attach-reach-${type}`}
              name="attach-reach"
              label={label}
              description={description}
              isChecked={form.reach === type}
              onChange={() => edit({ reach: type, networkName: '' })}
            />
          ))}
        </div>
      </FormGroup>
      {form.reach === 'vlan' ? (
        <TextField
          id="attach-vlan"
          label={t('VLAN ID')}
          help={t(
            '1 to 4094. Never the number of the native VLAN: the switch sends that untagged.',
          )}
          value={form.vlan}
          field="vlan"
          guards={guards}
          inputMode="numeric"
          isQuietWhenEmpty
          onChange={(vlan) => edit({ vlan })}
        />
      ) : null}
      {form.reach === 'trunk' ? (
        <TextField
          id="attach-ranges"
          label={t('VLANs of the guest')}
          help={t('Numbers and ranges, such as 100, 200-210. Empty: all.')}
          value={form.ranges}
          field="vlan"
          guards={guards}
          onChange={(ranges) => edit({ ranges })}
        />
      ) : null}
      <NetworkOffers {...props} />
      <TextField
        id="attach-network"
        label={t('Network name')}
        help={t('One name for the whole cluster. Empty: the proposed name.')}
        placeholder={intent.networkName}
        value={form.networkName}
        field="networkName"
        guards={guards}
        onChange={(networkName) => edit({ networkName })}
      />
      <FormGroup role="radiogroup" label={t('Addresses')} fieldId="attach-addresses">
        <Radio
          id="attach-addresses-outside"
          name="attach-addresses"
          label={t('From that network (DHCP), or set in the guest')}
          isChecked={form.addresses === 'outside'}
          onChange={() => edit({ addresses: 'outside' })}
        />
        <Radio
          id="attach-addresses-cluster"
          name="attach-addresses"
          label={t('From OVN-Kubernetes, out of a subnet')}
          isChecked={form.addresses === 'cluster'}
          onChange={() => edit({ addresses: 'cluster' })}
        />
      </FormGroup>
      {form.addresses === 'cluster' ? (
        <TextField
          id="attach-subnets"
          label={t('Subnets')}
          help={t('In CIDR form, such as 10.200.0.0/24; one for IPv4 and one for IPv6 at most.')}
          value={form.subnets}
          field="addresses"
          guards={guards}
          onChange={(subnets) => edit({ subnets })}
        />
      ) : null}
      <TextField
        id="attach-mtu"
        label={t('MTU')}
        help={t('In bytes. Empty: the MTU of the uplink.')}
        value={form.mtu}
        field="mtu"
        guards={guards}
        inputMode="numeric"
        onChange={(mtu) => edit({ mtu })}
      />
    </Form>
  );
};
