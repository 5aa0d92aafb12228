/** Step 1: which nodes, and how VM frames leave them: a bridge that exists, or a new one on a free NIC. */
import { useMemo } from 'react';
import type { FC } from 'react';
import {
  Content,
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  FormSelectOptionGroup,
  HelperText,
  HelperTextItem,
  Radio,
} from '@patternfly/react-core';
import { useT } from '../../console/translation';
import { nodeSelectorChoices } from '../../plan/nodeChoices';
import type { SelectorChoice } from '../../plan/nodeChoices';
import { BridgeRadios } from './BridgeRadios';
import { GuardList } from './GuardList';
import { NewBridgeFields } from './NewBridgeFields';
import type { StepProps } from './stepProps';

const groupsOf = (choices: readonly SelectorChoice[]): ReadonlyMap<string, SelectorChoice[]> => {
  const groups = new Map<string, SelectorChoice[]>();
  for (const choice of choices) {
    const key = choice.id.slice(0, choice.id.indexOf('='));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [choice]);
    else group.push(choice);
  }
  return groups;
};

export const UplinkStep: FC<StepProps> = (props) => {
  const { graph, nodes, form, guards, edit } = props;
  const t = useT();
  const groups = useMemo(() => groupsOf(nodeSelectorChoices(graph)), [graph]);
  return (
    <Form>
      <Content component="p">
        {t(
          'Choose the nodes that shall carry the VLAN, and the bridge through which VMs reach the switch.',
        )}
      </Content>
      <FormGroup label={t('Nodes')} fieldId="attach-nodes" isRequired>
        <FormSelect
          id="attach-nodes"
          value={form.selectorId}
          onChange={(_event, value) => edit({ selectorId: value, bridge: '', nic: '' })}
        >
          <FormSelectOption
            value=""
            label={t('All nodes ({{total}})', { total: graph.nodes.size })}
          />
          {[...groups].map(([key, choices]) => (
            <FormSelectOptionGroup key={key} label={key}>
              {choices.map((choice) => (
                <FormSelectOption
                  key={choice.id}
                  value={choice.id}
                  label={
                    choice.nodes.length === 1
                      ? choice.id
                      : t('{{label}} ({{total}} nodes)', {
                          label: choice.id,
                          total: choice.nodes.length,
                        })
                  }
                />
              ))}
            </FormSelectOptionGroup>
          ))}
        </FormSelect>
        <FormHelperText>
          <HelperText>
            <HelperTextItem data-test="attach-node-names">
              {summary(
                nodes.map((node) => node.name),
                t,
              )}
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
        <GuardList guards={guards} fields={['nodes']} />
      </FormGroup>
      <FormGroup role="radiogroup" label={t('Uplink')} fieldId="attach-uplink" isRequired>
        <div className="vm-networks-attach__choices">
          <Radio
            id="attach-uplink-existing"
            name="attach-uplink"
            label={t('A bridge that exists')}
            description={t('Nothing changes on the NICs. This is the smallest change.')}
            isChecked={form.uplinkType === 'existingBridge'}
            onChange={() => edit({ uplinkType: 'existingBridge' })}
            body={form.uplinkType === 'existingBridge' ? <BridgeRadios {...props} /> : undefined}
          />
          <Radio
            id="attach-uplink-new"
            name="attach-uplink"
            label={t('A new bridge on a free NIC')}
            description={t('Makes an OVS bridge on each chosen node, one node at a time.')}
            isChecked={form.uplinkType === 'newBridge'}
            onChange={() => edit({ uplinkType: 'newBridge' })}
            body={form.uplinkType === 'newBridge' ? <NewBridgeFields {...props} /> : undefined}
          />
        </div>
        <GuardList guards={guards} fields={['uplink']} />
      </FormGroup>
    </Form>
  );
};

const SHOWN_NAMES = 6;

const summary = (names: readonly string[], t: ReturnType<typeof useT>): string => {
  if (names.length <= SHOWN_NAMES) return names.join(', ');
  return t('{{names}} and {{more}} more', {
    names: names.slice(0, SHOWN_NAMES).join(', '),
    more: names.length - SHOWN_NAMES,
  });
};
