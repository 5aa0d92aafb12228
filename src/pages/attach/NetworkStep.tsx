/** Step 2: the VLAN, the network's name, its MTU, and the projects that may use it. */
import type { FC } from 'react';
import {
  Content,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { Guard, IntentField } from '../../plan/model';
import { GuardList } from './GuardList';
import { ProjectPicker } from './ProjectPicker';
import type { StepProps } from './stepProps';

const validated = (guards: readonly Guard[], field: IntentField): 'error' | 'default' =>
  guards.some((guard) => guard.field === field && guard.level === 'block') ? 'error' : 'default';

export const NetworkStep: FC<StepProps> = (props) => {
  const { form, guards, edit } = props;
  const t = useT();
  return (
    <Form>
      <Content component="p">{t('Say which VLAN the VM shall join and who may use it.')}</Content>
      <FormGroup label={t('VLAN ID')} fieldId="attach-vlan">
        <TextInput
          id="attach-vlan"
          inputMode="numeric"
          value={form.vlan}
          onChange={(_event, vlan) => edit({ vlan })}
          validated={form.vlan === '' ? 'default' : validated(guards, 'vlan')}
        />
        <FormHelperText>
          <HelperText>
            <HelperTextItem>
              {t(
                '1 to 4094. Empty: untagged, the native VLAN of the switch port. Never give the native VLAN its own number here.',
              )}
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
        <GuardList guards={guards} fields={['vlan']} />
      </FormGroup>
      <FormGroup label={t('Network name')} fieldId="attach-network" isRequired>
        <TextInput
          id="attach-network"
          value={form.networkName}
          onChange={(_event, networkName) => edit({ networkName })}
          validated={form.networkName === '' ? 'default' : validated(guards, 'networkName')}
        />
        <FormHelperText>
          <HelperText>
            <HelperTextItem>
              {t('One name for the whole cluster; the network attachment definitions get it too.')}
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
        {form.networkName === '' ? null : <GuardList guards={guards} fields={['networkName']} />}
      </FormGroup>
      <FormGroup label={t('MTU')} fieldId="attach-mtu">
        <TextInput
          id="attach-mtu"
          inputMode="numeric"
          value={form.mtu}
          onChange={(_event, mtu) => edit({ mtu })}
          validated={validated(guards, 'mtu')}
        />
        <FormHelperText>
          <HelperText>
            <HelperTextItem>{t('In bytes. Empty: the MTU of the uplink.')}</HelperTextItem>
          </HelperText>
        </FormHelperText>
        <GuardList guards={guards} fields={['mtu']} />
      </FormGroup>
      <ProjectPicker {...props} />
    </Form>
  );
};
