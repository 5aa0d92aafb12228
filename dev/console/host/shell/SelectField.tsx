/** A labelled choice of one value, as the forms of the fault panel have several. */
import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';

interface SelectFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Value and what is shown for it. */
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

export function SelectField({ id, label, value, options, onChange }: SelectFieldProps) {
  return (
    <FormGroup label={label} fieldId={id}>
      <FormSelect id={id} value={value} onChange={(_event, next) => onChange(next)}>
        {options.map(([name, shown]) => (
          <FormSelectOption key={name} value={name} label={shown} />
        ))}
      </FormSelect>
    </FormGroup>
  );
}
