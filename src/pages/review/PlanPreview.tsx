/**
 * A plan as it will be written, before it is: what stands against it, what it does to VMs and nodes, every
 * step with its document, the server's dry run, and its export. All that is written from here, attach, move,
 * clone, import or remove, is read like this first.
 */
import type { FC } from 'react';
import { Content, List, ListItem } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import type { AttachIntent } from '../../plan/attachIntent';
import type { Guard } from '../../plan/model';
import { Notice } from '../../ui/Notice';
import { Waiting } from '../../ui/Waiting';
import '../attach/attach.css';
import { GuardList } from '../attach/GuardList';
import { CanarySelect } from './CanarySelect';
import { DeniedSteps } from './DeniedSteps';
import { DryRunSummary } from './DryRunSummary';
import { ExportButtons } from './ExportButtons';
import { PlannedStep } from './PlannedStep';
import type { ReadyReview, ReviewTools } from './usePlanReview';
import { VmEffects } from './VmEffects';
import { WhatIfSection } from './WhatIfSection';

interface PlanPreviewProps {
  readonly tools: ReviewTools;
  readonly guards: readonly Guard[];
  /** What a request to an administrator says in words; undefined where no VM is attached. */
  readonly intent?: AttachIntent;
}

export const PlanPreview: FC<PlanPreviewProps> = ({ tools, ...rest }) => {
  const t = useT();
  const { review } = tools;
  switch (review.state) {
    case 'preparing':
      return <Waiting label={t('Preparing the review')} />;
    case 'unreadable':
      return (
        <Notice isInline variant="danger" title={t('What is to be changed could not be read.')}>
          {review.failure.message}
        </Notice>
      );
    case 'ready':
      return review.plan.steps.length === 0 ? (
        <>
          <GuardList guards={rest.guards} />
          <Notice isInline variant="info" title={t('There is nothing to do.')} />
        </>
      ) : (
        <ReadyPreview tools={tools} review={review} {...rest} />
      );
  }
};

/** More documents at once are not read; each can be opened. */
const OPEN_STEPS = 12;

const ReadyPreview: FC<PlanPreviewProps & { readonly review: ReadyReview }> = ({
  tools,
  review,
  guards,
  intent,
}) => {
  const t = useT();
  const sentence = useText();
  const { plan, on, denied, failures, refused } = review;
  const deniedOnes = plan.steps.filter(({ id }) => denied?.has(id) === true);
  return (
    <div className="vm-networks-attach__review" data-test="plan-review">
      <Content component="p">
        {t(
          'Nothing has been written yet. These resources are written in this order; each waits until the one before it has taken effect.',
        )}
      </Content>
      <DryRunSummary review={review} />
      <DeniedSteps steps={deniedOnes} />
      {/* What happens to each VM stands below, by VM. */}
      <GuardList guards={guards.filter(({ id, level }) => id !== 'PRE-007' || level !== 'info')} />
      <CanarySelect
        choices={review.canaries}
        value={review.canary ?? ''}
        onChange={tools.onCanary}
      />
      <VmEffects graph={on.graph} plan={plan} />
      {on.diagnosis === undefined ? null : (
        <WhatIfSection graph={on.graph} diagnosis={on.diagnosis} plan={plan} />
      )}
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
            isOpenAtFirst={plan.steps.length <= OPEN_STEPS}
            failure={failures?.get(step.id)}
            denied={denied?.get(step.id)}
            refused={refused.get(step.id)}
            onEdit={(body) => tools.onEdit(step.id, body)}
          />
        ))}
      </ol>
      <ExportButtons plan={plan} intent={intent} denied={deniedOnes} />
    </div>
  );
};
