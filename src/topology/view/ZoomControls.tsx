/** The buttons below the picture, where they hide nothing of it. */
import type { FC } from 'react';
import { Button } from '@patternfly/react-core';
import { ExpandArrowsAltIcon, SearchMinusIcon, SearchPlusIcon } from '@patternfly/react-icons';
import { useT } from '../../console/translation';

interface ZoomControlsProps {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly reset: () => void;
}

export const ZoomControls: FC<ZoomControlsProps> = ({ zoomIn, zoomOut, reset }) => {
  const t = useT();
  const buttons = [
    { label: t('Zoom in'), icon: <SearchPlusIcon />, act: zoomIn },
    { label: t('Zoom out'), icon: <SearchMinusIcon />, act: zoomOut },
    { label: t('Fit to screen'), icon: <ExpandArrowsAltIcon />, act: reset },
  ];
  return (
    <div className="vm-networks-picture__controls">
      {buttons.map(({ label, icon, act }) => (
        <Button
          key={label}
          variant="secondary"
          size="sm"
          icon={icon}
          aria-label={label}
          onClick={act}
        />
      ))}
    </div>
  );
};
