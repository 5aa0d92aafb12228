/** The buttons at the corner of the picture. */
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
  return (
    <div className="vm-networks-canvas__controls">
      <Button
        variant="secondary"
        size="sm"
        icon={<SearchPlusIcon />}
        aria-label={t('Zoom in')}
        onClick={zoomIn}
      />
      <Button
        variant="secondary"
        size="sm"
        icon={<SearchMinusIcon />}
        aria-label={t('Zoom out')}
        onClick={zoomOut}
      />
      <Button
        variant="secondary"
        size="sm"
        icon={<ExpandArrowsAltIcon />}
        aria-label={t('Fit to screen')}
        onClick={reset}
      />
    </div>
  );
};
