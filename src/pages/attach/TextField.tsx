/** A text field of the form with its help and the guards that speak about it. */
import type { FC } from 'react';
import {
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';
import type { Guard, IntentField } from '../../plan/model';
import { GuardList } from './GuardList';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly field: IntentField;
  readonly guards: readonly Guard[];
  readonly onChange: (value: string) => void;
  readonly inputMode?: 'numeric' | 'text';
  /** Shown while the field is empty. */
  readonly placeholder?: string;
  /** An empty field is not yet wrong. */
  readonly isQuietWhenEmpty?: true;
}

export const TextField: FC<TextFieldProps> = (props) => {
  const { id, label, help, value, field, guards, onChange, isQuietWhenEmpty } = props;
  const isQuiet = isQuietWhenEmpty === true && value === '';
  const blocked = guards.some((guard) => guard.field === field && guard.level === 'block');
  return (
    <FormGroup label={label} fieldId={id}>
      <TextInput
        id={id}
        inputMode={props.inputMode ?? 'text'}
        placeholder={props.placeholder ?? ''}
        value={value}
        onChange={(_event, next) => onChange(next)}
        validated={!isQuiet && blocked ? 'error' : 'default'}
      />
      <FormHelperText>
        <HelperText>
          <HelperTextItem>{help}</HelperTextItem>
        </HelperText>
      </FormHelperText>
      {isQuiet ? null : <GuardList guards={guards} fields={[field]} />}
    </FormGroup>
  );
};
