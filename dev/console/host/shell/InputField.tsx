/** A labelled input, as the forms of the fault panel have several. */
import { FormGroup, TextInput } from '@patternfly/react-core';

interface InputFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'number';
  readonly onChange: (value: string) => void;
}

export function InputField({ id, label, value, type = 'text', onChange }: InputFieldProps) {
  return (
    <FormGroup label={label} fieldId={id}>
      <TextInput id={id} type={type} value={value} onChange={(_event, next) => onChange(next)} />
    </FormGroup>
  );
}
