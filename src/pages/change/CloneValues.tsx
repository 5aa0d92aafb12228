/** What the clone has of its own: name, VLAN, MTU, localnet, subnets. */
import type { FC } from 'react';
import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import type { CloneSource } from '../../plan/clone/cloneSource';
import type { Guard } from '../../plan/model';
import { TextField } from '../attach/TextField';
import { cloneName, uplinkChoices } from './cloneDraft';
import type { CloneFields } from './cloneDraft';

interface CloneValuesProps {
  readonly graph: NetworkGraph;
  readonly source: CloneSource;
  readonly fields: CloneFields;
  readonly guards: readonly Guard[];
  readonly onChange: (change: Partial<CloneFields>) => void;
}

export const CloneValues: FC<CloneValuesProps> = ({ graph, source, fields, guards, onChange }) => {
  const t = useT();
  const { medium } = source;
  return (
    <>
      <TextField
        id="clone-name"
        label={t('Network name')}
        help={t('Of the new network; VMs name it.')}
        value={cloneName(graph, source, fields)}
        field="networkName"
        guards={guards}
        onChange={(name) => onChange({ name })}
      />
      {medium === 'layer2' ? null : (
        <>
          {source.present.guestVlans === undefined ? (
            <TextField
              id="clone-vlan"
              label={t('VLAN ID')}
              help={t('1 to 4094; empty is untagged.')}
              value={fields.vlan}
              field="vlan"
              guards={guards}
              inputMode="numeric"
              onChange={(vlan) => onChange({ vlan })}
            />
          ) : (
            <TextField
              id="clone-ranges"
              label={t('VLANs of the guest')}
              help={t('Numbers and ranges, such as 100, 200-210. Empty: all.')}
              value={fields.ranges}
              field="vlan"
              guards={guards}
              onChange={(ranges) => onChange({ ranges })}
            />
          )}
          <FormGroup
            label={medium === 'bridge' ? t('Bridge') : t('Localnet')}
            fieldId="clone-uplink"
          >
            <FormSelect
              id="clone-uplink"
              value={fields.uplink}
              onChange={(_event, uplink) => onChange({ uplink })}
            >
              {uplinkChoices(graph, source).map((name) => (
                <FormSelectOption key={name} value={name} label={name} />
              ))}
            </FormSelect>
          </FormGroup>
        </>
      )}
      <TextField
        id="clone-mtu"
        label={t('MTU')}
        help={
          medium === 'bridge'
            ? t('In bytes; empty takes what the bridge has.')
            : t('In bytes; empty takes what OVN-Kubernetes takes.')
        }
        value={fields.mtu}
        field="mtu"
        guards={guards}
        inputMode="numeric"
        onChange={(mtu) => onChange({ mtu })}
      />
      {source.present.subnets === undefined ? null : (
        <TextField
          id="clone-subnets"
          label={t('Subnets')}
          help={t('VMs that move get a new address out of these.')}
          value={fields.subnets}
          field="addresses"
          guards={guards}
          onChange={(subnets) => onChange({ subnets })}
        />
      )}
    </>
  );
};
