/** A menu of the masthead to choose one of a few things. */
import { useState } from 'react';
import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';

interface Choice {
  readonly id: string;
  readonly name: string;
}

interface ChoiceMenuProps {
  readonly label: string;
  readonly dataTest: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

export function ChoiceMenu({ label, dataTest, choices, chosen, onChoose }: ChoiceMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const name = choices.find((choice) => choice.id === chosen)?.name ?? chosen;
  return (
    <Select
      isOpen={isOpen}
      onOpenChange={setOpen}
      selected={chosen}
      onSelect={(_event, id) => {
        setOpen(false);
        onChoose(String(id));
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={isOpen}
          aria-label={`${label}: ${name}`}
          data-test={dataTest}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {name}
        </MenuToggle>
      )}
    >
      <SelectList>
        {choices.map((choice) => (
          <SelectOption key={choice.id} value={choice.id} data-test={`${dataTest}-${choice.id}`}>
            {choice.name}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
}
