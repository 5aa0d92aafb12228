/** Which columns of a table are shown: a menu of check boxes that stays open while one chooses. */
import { useState } from 'react';
import type { ReactElement } from 'react';
import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import { ColumnsIcon } from '@patternfly/react-icons';
import { useT } from '../console/translation';

export interface ColumnChoice<Key extends string> {
  readonly key: Key;
  readonly name: string;
}

interface ColumnMenuProps<Key extends string> {
  readonly columns: readonly ColumnChoice<Key>[];
  readonly hidden: readonly Key[];
  readonly onChange: (hidden: readonly Key[]) => void;
}

export const ColumnMenu = <Key extends string>(props: ColumnMenuProps<Key>): ReactElement => {
  const { columns, hidden, onChange } = props;
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const toggle = (key: Key): void =>
    onChange(hidden.includes(key) ? hidden.filter((other) => other !== key) : [...hidden, key]);
  return (
    <Select
      role="menu"
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={(_event, key) => toggle(key as Key)}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          icon={<ColumnsIcon />}
        >
          {t('Columns')}
        </MenuToggle>
      )}
    >
      <SelectList aria-label={t('Columns')}>
        {columns.map(({ key, name }) => (
          <SelectOption key={key} value={key} hasCheckbox isSelected={!hidden.includes(key)}>
            {name}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
};
