/** The name of an entity as a button that chooses it. */
import type { FC } from 'react';
import { Button } from '@patternfly/react-core';

interface SelectButtonProps {
  readonly id: string;
  readonly name: string;
  readonly onSelect: (id: string) => void;
}

export const SelectButton: FC<SelectButtonProps> = ({ id, name, onSelect }) => (
  <Button
    variant="link"
    isInline
    className="vm-networks-panel__name"
    data-entity={id}
    onClick={() => onSelect(id)}
  >
    {name}
  </Button>
);
