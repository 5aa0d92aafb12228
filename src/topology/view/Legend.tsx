/** What lines, signs and colours mean; opened on demand. */
import { Suspense, lazy } from 'react';
import type { FC } from 'react';
import { Button, Popover } from '@patternfly/react-core';
import { OutlinedQuestionCircleIcon } from '@patternfly/react-icons';
import { useT } from '../../console/translation';

const LegendBody = lazy(() => import('./LegendBody'));

export const Legend: FC = () => {
  const t = useT();
  return (
    <Popover
      aria-label={t('Legend')}
      headerContent={t('Legend')}
      closeBtnAriaLabel={t('Close')}
      bodyContent={
        <Suspense fallback={null}>
          <LegendBody />
        </Suspense>
      }
      position="bottom-end"
    >
      <Button
        variant="plain"
        icon={<OutlinedQuestionCircleIcon />}
        aria-label={t('Legend')}
        title={t('Legend')}
      />
    </Popover>
  );
};
