/** What the API server says of the steps without storing any, and what that proves. */
import type { FC } from 'react';
import { useT } from '../../console/translation';
import { Notice } from '../../ui/Notice';
import type { ReadyReview } from './usePlanReview';

export const DryRunSummary: FC<{ readonly review: ReadyReview }> = ({ review }) => {
  const t = useT();
  const { plan, denied, failures } = review;
  if (failures === undefined) {
    return (
      <Notice isInline isPlain variant="info" title={t('The API server is trying every step …')} />
    );
  }
  if (failures.size > 0) {
    return (
      <Notice
        isInline
        variant="danger"
        data-test="dry-run-refused"
        title={t('The API server would refuse {{refused}} of these steps.', {
          refused: failures.size,
        })}
      />
    );
  }
  // What the user may not write is not sent.
  if (denied?.size === plan.steps.length) return null;
  return (
    <Notice
      isInline
      variant="success"
      data-test="dry-run-accepted"
      title={
        denied?.size === 0
          ? t('The API server accepts every step (dry run).')
          : t('The API server accepts the steps that you may write (dry run).')
      }
    >
      {t(
        'A dry run proves names, schema and your rights. It does not reach the nodes: whether a node can apply a policy shows only when it does.',
      )}
    </Notice>
  );
};
