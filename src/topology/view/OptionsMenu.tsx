/** Rarely changed switches of the picture, behind one button. */
import { useState } from 'react';
import type { FC } from 'react';
import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import { useT } from '../../console/translation';

interface OptionsMenuProps {
  readonly isEachNode: boolean;
  readonly showsUnused: boolean;
  readonly onChange: (edit: {
    readonly isEachNode?: boolean;
    readonly showsUnused?: boolean;
  }) => void;
}

const OptionsMenu: FC<OptionsMenuProps> = ({ isEachNode, showsUnused, onChange }) => {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <Select
      role="menu"
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={(_event, value) =>
        onChange(value === 'nodes' ? { isEachNode: !isEachNode } : { showsUnused: !showsUnused })
      }
      toggle={(ref) => (
        <MenuToggle ref={ref} isExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('Options')}
        </MenuToggle>
      )}
    >
      <SelectList>
        <SelectOption hasCheckbox value="nodes" isSelected={isEachNode}>
          {t('Each node')}
        </SelectOption>
        <SelectOption hasCheckbox value="unused" isSelected={showsUnused}>
          {t('Unused NICs')}
        </SelectOption>
      </SelectList>
    </Select>
  );
};

export default OptionsMenu;
