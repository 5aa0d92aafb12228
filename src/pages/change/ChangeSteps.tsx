/** Every step of a change as it will be written, and what the API server says to a dry run. */
import type { FC } from 'react';
import { Content } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import { StepToRead } from '../jobs/StepToRead';
import type { ChangeReview } from './useChangeReview';
import { Notice } from '../../ui/Notice';
import { Waiting } from '../../ui/Waiting';

export const ChangeSteps: FC<{ readonly review: ChangeReview }> = ({ review }) => {
  const t = useT();
  const sentence = useText();
  if (review.state === 'preparing') return <Waiting label={t('Preparing the review')} />;
  if (review.state === 'unreadable') {
    return (
      <Notice isInline variant="danger" title={t('What is to be changed could not be read.')}>
        {review.failure.message}
      </Notice>
    );
  }
  const { plan, refused } = review;
  if (plan.steps.length === 0) {
    return <Notice isInline variant="info" title={t('There is nothing to do.')} />;
  }
  return (
    <section>
      <Content component="h3">
        {plan.title === undefined ? t('To be written') : sentence(plan.title)}
      </Content>
      {refused === undefined ? (
        <Notice
          isInline
          isPlain
          variant="info"
          title={t('The API server is trying every step …')}
        />
      ) : refused.size === 0 ? (
        <Notice
          isInline
          isPlain
          variant="success"
          data-test="dry-run-accepted"
          title={t('The API server accepts every step (dry run).')}
        />
      ) : (
        <Notice
          isInline
          variant="danger"
          data-test="dry-run-refused"
          title={t('The API server would refuse {{refused}} of these steps.', {
            refused: refused.size,
          })}
        />
      )}
      <ol className="vm-networks-attach__steps">
        {plan.steps.map((step, index) => (
          <StepToRead
            key={step.id}
            step={step}
            position={index + 1}
            failure={refused?.get(step.id)}
          />
        ))}
      </ol>
    </section>
  );
};
