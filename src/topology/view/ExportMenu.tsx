/** Takes what is shown out of the browser: the picture as SVG, PNG or Mermaid, the rows as CSV. */
import { useState } from 'react';
import type { FC } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { ExportFormat } from '../export/exportFormats';

interface ExportMenuProps {
  readonly formats: readonly ExportFormat[];
  readonly onExport: (format: ExportFormat) => void;
}

export const ExportMenu: FC<ExportMenuProps> = ({ formats, onExport }) => {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const names: Readonly<Record<ExportFormat, string>> = {
    svg: t('Picture as SVG'),
    png: t('Picture as PNG'),
    mermaid: t('Picture as Mermaid'),
    csv: t('Table as CSV'),
  };
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      toggle={(ref) => (
        <MenuToggle ref={ref} isExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('Export')}
        </MenuToggle>
      )}
    >
      <DropdownList>
        {formats.map((format) => (
          <DropdownItem key={format} onClick={() => onExport(format)}>
            {names[format]}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
};
