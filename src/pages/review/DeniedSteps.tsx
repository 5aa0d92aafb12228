/** That some steps of a plan may not be written by this user, and who can. */
import type { FC } from 'react';
import { useT } from '../../console/translation';
import type { Step } from '../../plan/model';
import { Notice } from '../../ui/Notice';

export const DeniedSteps: FC<{ readonly steps: readonly Step[] }> = ({ steps }) => {
  const t = useT();
  if (steps.length === 0) return null;
  return (
    <Notice
      isInline
      variant="warning"
      data-test="review-denied"
      title={t('You may not write {{total}} of these steps.', { total: steps.length })}
    >
      {t('Export them as a request; an administrator can apply them.')}
    </Notice>
  );
};
