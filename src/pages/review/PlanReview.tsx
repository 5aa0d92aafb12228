/** The review of a plan with the start of its job; the form it came from is one click away. */
import type { FC } from 'react';
import { Button, Flex, FlexItem } from '@patternfly/react-core';
import { useNavigate } from '../../console/router';
import { useT } from '../../console/translation';
import type { Guard, Plan } from '../../plan/model';
import { GuardList } from '../attach/GuardList';
import { startJob } from '../attach/jobStore';
import { jobLink } from '../jobs/jobLinks';
import { networkModelStore } from '../networkModel/networkModelStore';
import { applicablePlan } from './applicablePlan';
import { PlanPreview } from './PlanPreview';
import { usePlanReview } from './usePlanReview';
import type { PlanDraft, ReviewedCluster } from './usePlanReview';

interface PlanReviewProps {
  readonly on: ReviewedCluster;
  /** Undefined while it is not said what to do. */
  readonly draft: PlanDraft | undefined;
  readonly guards: readonly Guard[];
  /** What the button says that starts the job; "Apply" when left out. */
  readonly action?: string;
  /** What is done cannot be seen again in the cluster, such as a removal. */
  readonly variant?: 'primary' | 'danger';
  readonly back: { readonly label: string; readonly onClick: () => void };
}

export const PlanReview: FC<PlanReviewProps> = ({
  on,
  draft,
  guards,
  action,
  variant = 'primary',
  back,
}) => {
  const t = useT();
  const navigate = useNavigate();
  const isBlocked = guards.some(({ level }) => level === 'block');
  const asked = isBlocked ? undefined : draft;
  const tools = usePlanReview(asked, on);
  const plan = asked === undefined ? undefined : applicablePlan(tools.review);
  const apply = (reviewed: Plan): void => {
    startJob(reviewed, networkModelStore);
    void navigate(jobLink(reviewed.jobId), { replace: true });
  };
  return (
    <div className="vm-networks-attach__review">
      {asked === undefined ? (
        <GuardList guards={guards} />
      ) : (
        <PlanPreview tools={tools} guards={guards} />
      )}
      <Flex gap={{ default: 'gapMd' }}>
        <FlexItem>
          <Button
            variant={variant}
            isDisabled={plan === undefined}
            onClick={() => {
              if (plan !== undefined) apply(plan);
            }}
          >
            {action ?? t('Apply')}
          </Button>
        </FlexItem>
        <FlexItem>
          <Button variant="secondary" onClick={back.onClick}>
            {back.label}
          </Button>
        </FlexItem>
      </Flex>
    </div>
  );
};
