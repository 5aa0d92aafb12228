/** What the clone has of its own: name, VLAN, MTU, localnet, subnets. */
import type { FC } from 'react';
import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { NetworkGraph } from '../../network/networkGraph';
import type { CloneSource } from '../../plan/clone/cloneSource';
import type { Guard } from '../../plan/model';
import { TextField } from '../attach/TextField';
import { localnetChoices } from './cloneDraft';
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
  const isLocalnet = source.network.topology === 'localnet';
  return (
    <>
      <TextField
        id="clone-name"
        label={t('Network name')}
        help={t('Of the new network; VMs name it.')}
        value={fields.name}
        field="networkName"
        guards={guards}
        onChange={(name) => onChange({ name })}
      />
      {isLocalnet ? (
        <>
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
          <FormGroup label={t('Localnet')} fieldId="clone-localnet">
            <FormSelect
              id="clone-localnet"
              value={fields.localnet}
              onChange={(_event, localnet) => onChange({ localnet })}
            >
              {localnetChoices(graph, source).map((name) => (
                <FormSelectOption key={name} value={name} label={name} />
              ))}
            </FormSelect>
          </FormGroup>
        </>
      ) : null}
      <TextField
        id="clone-mtu"
        label={t('MTU')}
        help={t('In bytes; empty takes what OVN-Kubernetes takes.')}
        value={fields.mtu}
        field="mtu"
        guards={guards}
        inputMode="numeric"
        onChange={(mtu) => onChange({ mtu })}
      />
      {source.spec.subnets.length === 0 ? null : (
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
