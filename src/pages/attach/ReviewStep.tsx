/** Step 4: every resource that will be written, as it will be written, before anything is. */
import type { FC } from 'react';
import { Content, List, ListItem } from '@patternfly/react-core';
import type { KubeObject } from '../../cluster/kubeObject';
import type { Text } from '../../cluster/text';
import { useText, useT } from '../../console/translation';
import type { AttachIntent } from '../../plan/attachIntent';
import type { Guard, Step } from '../../plan/model';
import { CanarySelect } from './CanarySelect';
import { DeniedSteps } from './DeniedSteps';
import { ExportButtons } from './ExportButtons';
import { GuardList } from './GuardList';
import { PlannedStep } from './PlannedStep';
import type { Review } from './useReview';
import { VmEffects } from './VmEffects';
import { WhatIfSection } from './WhatIfSection';
import { Notice } from '../../ui/Notice';
import { Waiting } from '../../ui/Waiting';

interface ReviewStepProps {
  readonly review: Review;
  readonly intent: AttachIntent;
  readonly guards: readonly Guard[];
  readonly mayNot: (step: Step) => Text | undefined;
  readonly onEdit: (stepId: string, body: KubeObject) => void;
  /** '' for no node before the others. */
  readonly onCanary: (node: string) => void;
}

export const ReviewStep: FC<ReviewStepProps> = (props) => {
  const { review, guards, intent, mayNot, onEdit, onCanary } = props;
  const t = useT();
  const sentence = useText();
  if (review.state === 'preparing') {
    return <Waiting label={t('Preparing the review')} />;
  }
  if (review.state === 'unreadable') {
    return (
      <Notice isInline variant="danger" title={t('The chosen VM could not be read.')}>
        {review.failure.message}
      </Notice>
    );
  }
  const { plan, on, dryRun, refused: typedRefused } = review;
  const denied = plan.steps.filter((step) => mayNot(step) !== undefined);
  const refused = plan.steps.filter((step) => dryRun?.get(step.id)?.failure !== undefined).length;
  return (
    <div className="vm-networks-attach__review">
      <Content component="p">
        {t(
          'Nothing has been written yet. These resources are written in this order; each waits until the one before it has taken effect.',
        )}
      </Content>
      <DryRunSummary isDone={dryRun !== undefined} refused={refused} />
      <DeniedSteps steps={denied} />
      <GuardList guards={guards.filter((guard) => guard.id !== 'PRE-007')} />
      <CanarySelect choices={review.canaries} value={review.canary ?? ''} onChange={onCanary} />
      <VmEffects graph={on.graph} intent={intent} />
      <WhatIfSection {...on} plan={plan} />
      {plan.reused.length === 0 ? null : (
        <>
          <Content component="h3">{t('Used as it is')}</Content>
          <List>
            {plan.reused.map((item) => (
              <ListItem key={sentence(item)}>{sentence(item)}</ListItem>
            ))}
          </List>
        </>
      )}
      <Content component="h3">{t('To be written')}</Content>
      <ol className="vm-networks-attach__steps">
        {plan.steps.map((step, index) => (
          <PlannedStep
            key={step.id}
            step={step}
            position={index + 1}
            failure={dryRun?.get(step.id)?.failure}
            denied={mayNot(step)}
            refused={typedRefused.get(step.id) ?? []}
            onEdit={(body) => onEdit(step.id, body)}
          />
        ))}
      </ol>
      <ExportButtons plan={plan} intent={intent} denied={denied} />
    </div>
  );
};

interface DryRunSummaryProps {
  readonly isDone: boolean;
  readonly refused: number;
}

const DryRunSummary: FC<DryRunSummaryProps> = ({ isDone, refused }) => {
  const t = useT();
  if (!isDone) {
    return (
      <Notice isInline isPlain variant="info" title={t('The API server is trying every step …')} />
    );
  }
  if (refused > 0) {
    return (
      <Notice
        isInline
        variant="danger"
        data-test="dry-run-refused"
        title={t('The API server would refuse {{refused}} of these steps.', { refused })}
      />
    );
  }
  return (
    <Notice
      isInline
      variant="success"
      data-test="dry-run-accepted"
      title={t('The API server accepts every step (dry run).')}
    >
      {t(
        'A dry run proves names, schema and your rights. It does not reach the nodes: whether a node can apply a policy shows only when it does.',
      )}
    </Notice>
  );
};
