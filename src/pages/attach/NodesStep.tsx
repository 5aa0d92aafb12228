/** Step 3: which nodes shall carry the network, and in which way; the least change is proposed. */
import { useMemo } from 'react';
import type { FC } from 'react';
import {
  Checkbox,
  Content,
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  FormSelectOptionGroup,
  HelperText,
  HelperTextItem,
} from '@patternfly/react-core';
import { useT } from '../../console/translation';
import { isBlind } from '../../plan/isBlind';
import { nodeSelectorChoices } from '../../plan/nodeChoices';
import type { SelectorChoice } from '../../plan/nodeChoices';
import { Notice } from '../../ui/Notice';
import { FlowRadios } from './FlowRadios';
import { GuardList } from './GuardList';
import { NodeTable } from './NodeTable';
import { RequestButton } from '../review/RequestButton';
import type { StepProps } from './stepProps';
import { UplinkFields } from './UplinkFields';

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

export const NodesStep: FC<StepProps> = (props) => {
  const { graph, nodes, form, guards, intent } = props;
  const t = useT();
  const needsNodes = intent.uplink.type !== 'unseen' && intent.flow !== 'layer2';
  const isUnseen = nodes.length === 0 && isBlind(graph, nodes);
  if (needsNodes && isUnseen) {
    // What cannot be seen cannot be planned; who sees it can.
    return (
      <Form>
        <GuardList guards={guards} fields={['nodes']} />
        <RequestHint {...props} />
      </Form>
    );
  }
  return (
    <Form>
      <Content component="p">
        {t('The way with the least change is chosen for you; another one can be taken.')}
      </Content>
      {form.reach === 'overlay' ? null : isUnseen ? (
        <GuardList guards={guards} fields={['nodes']} />
      ) : (
        <NodeFields {...props} />
      )}
      <FormGroup role="radiogroup" label={t('Way')} fieldId="attach-flow" isRequired>
        <FlowRadios {...props} />
        <GuardList guards={guards} fields={['flow']} />
      </FormGroup>
      {intent.flow === 'layer2' ? null : <UplinkFields {...props} />}
      <GuardList guards={guards} fields={['uplink']} />
    </Form>
  );
};

const RequestHint: FC<StepProps> = ({ intent }) => {
  const t = useT();
  return (
    <Notice
      isInline
      variant="info"
      title={t('An administrator can do it for you')}
      data-test="request-hint"
      actionLinks={<RequestButton jobId={intent.jobId} intent={intent} denied={[]} />}
    >
      {t('A new network needs a look at the nodes, which you may not read.')}
    </Notice>
  );
};

const NodeFields: FC<StepProps> = (props) => {
  const { graph, nodes, form, guards, edit } = props;
  const t = useT();
  const groups = useMemo(() => groupsOf(nodeSelectorChoices(graph)), [graph]);
  return (
    <FormGroup label={t('Nodes')} fieldId="attach-nodes" isRequired>
      <FormSelect
        id="attach-nodes"
        value={form.selectorId}
        isDisabled={form.nodeList !== undefined}
        onChange={(_event, selectorId) => edit({ selectorId })}
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
      <Checkbox
        id="attach-node-list"
        label={t('Choose nodes one by one')}
        description={t('They get a label of their own if a policy has to reach them.')}
        isChecked={form.nodeList !== undefined}
        onChange={(_event, isList) =>
          edit({ nodeList: isList ? nodes.map((node) => node.name) : undefined })
        }
      />
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
      <div className="vm-networks-attach__nodes-table">
        <NodeTable {...props} />
      </div>
      <GuardList guards={guards} fields={['nodes']} />
    </FormGroup>
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
