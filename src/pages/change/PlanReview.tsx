/**
 * A plan as it will be written, before it is: what stands against it, every step, the server's dry run,
 * what the user may not write, and the start of the job. The form it came from is one click away.
 */
import type { FC } from 'react';
import { Button, List, ListItem } from '@patternfly/react-core';
import { useNavigate } from '../../console/router';
import { useText, useT } from '../../console/translation';
import type { Guard, Plan } from '../../plan/model';
import { DeniedSteps } from '../attach/DeniedSteps';
import { ExportButtons } from '../attach/ExportButtons';
import { GuardList } from '../attach/GuardList';
import { startJob } from '../attach/jobStore';
import { useStepRights } from '../attach/useStepRights';
import { jobLink } from '../jobs/jobLinks';
import { networkModelStore } from '../networkModel/networkModelStore';
import { ChangeSteps } from './ChangeSteps';
import { useChangeReview } from './useChangeReview';
import type { ChangeDraft } from './useChangeReview';

interface PlanReviewProps {
  readonly draft: ChangeDraft;
  readonly guards: readonly Guard[];
  /** In which it writes. */
  readonly projects: readonly string[];
  readonly onBack: () => void;
}

export const PlanReview: FC<PlanReviewProps> = ({ draft, guards, projects, onBack }) => {
  const t = useT();
  const sentence = useText();
  const navigate = useNavigate();
  const mayNot = useStepRights(projects);
  const isBlocked = guards.some(({ level }) => level === 'block');
  const review = useChangeReview(isBlocked ? undefined : draft);
  const plan = review.state === 'ready' ? review.plan : undefined;
  const denied = plan?.steps.filter((step) => mayNot(step) !== undefined) ?? [];
  const canApply =
    review.state === 'ready' &&
    review.refused?.size === 0 &&
    review.plan.steps.length > 0 &&
    denied.length === 0;
  const apply = (reviewed: Plan): void => {
    startJob(reviewed, networkModelStore);
    void navigate(jobLink(reviewed.jobId), { replace: true });
  };
  return (
    <div className="vm-networks-attach__review" data-test="plan-review">
      <GuardList guards={guards} />
      <DeniedSteps steps={denied} />
      {plan === undefined || plan.reused.length === 0 ? null : (
        <List>
          {plan.reused.map((item) => (
            <ListItem key={sentence(item)}>{sentence(item)}</ListItem>
          ))}
        </List>
      )}
      {isBlocked ? null : <ChangeSteps review={review} />}
      {plan === undefined ? null : <ExportButtons plan={plan} denied={denied} />}
      <div>
        <Button
          variant="primary"
          isDisabled={!canApply}
          onClick={() => {
            if (plan !== undefined) apply(plan);
          }}
        >
          {t('Apply')}
        </Button>{' '}
        <Button variant="secondary" onClick={onBack}>
          {t('Back')}
        </Button>
      </div>
    </div>
  );
};
