/** Which node gets a change of interfaces first, so that a mistake cuts off one node and not all. */
import type { FC } from 'react';
import {
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
} from '@patternfly/react-core';
import { useT } from '../../console/translation';

interface CanarySelectProps {
  /** Empty where the plan changes no interface of several nodes. */
  readonly choices: readonly string[];
  /** '' for none. */
  readonly value: string;
  readonly onChange: (node: string) => void;
}

export const CanarySelect: FC<CanarySelectProps> = ({ choices, value, onChange }) => {
  const t = useT();
  if (choices.length === 0) return null;
  return (
    <FormGroup label={t('First node')} fieldId="attach-canary">
      <FormSelect id="attach-canary" value={value} onChange={(_event, node) => onChange(node)}>
        <FormSelectOption value="" label={t('None: all nodes, one after the other')} />
        {choices.map((node) => (
          <FormSelectOption key={node} value={node} label={node} />
        ))}
      </FormSelect>
      <FormHelperText>
        <HelperText>
          <HelperTextItem>
            {t(
              'The other nodes get the policy when this one has applied it. Proposed is the node with the fewest VMs.',
            )}
          </HelperTextItem>
        </HelperText>
      </FormHelperText>
    </FormGroup>
  );
};
