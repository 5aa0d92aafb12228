/** The change as a diff, its effect on what the doctor says, the dry run, and the button that applies it. */
import type { FC } from 'react';
import { ActionList, ActionListItem, Button, Title } from '@patternfly/react-core';
import { Link, useNavigate } from '../../console/router';
import { useText, useT } from '../../console/translation';
import type { Plan } from '../../plan/model';
import { GuardList } from '../attach/GuardList';
import { startJob } from '../attach/jobStore';
import { ExportButtons } from '../review/ExportButtons';
import { waitSentence } from '../review/waitSentence';
import { networkModelStore } from '../networkModel/networkModelStore';
import { jobLink } from '../jobs/jobLinks';
import { EffectList } from './EffectList';
import { problemLink } from './problemLink';
import { useFixReview } from './useFixReview';
import type { FixRequest, FixReview } from './useFixReview';
import { Notice } from '../../ui/Notice';
import { Waiting } from '../../ui/Waiting';
import { ObjectDiff } from '../../ui/ObjectDiff';
import { RefusalText } from '../../ui/RefusalText';

export const FixReviewPanel: FC<{ readonly request: FixRequest }> = ({ request }) => {
  const t = useT();
  const review = useFixReview(request);
  switch (review.state) {
    case 'preparing':
      return <Waiting label={t('Preparing the review')} />;
    case 'unreadable':
      return (
        <Notice isInline variant="danger" title={t('The object could not be read.')}>
          {review.failure.message}
        </Notice>
      );
    case 'nothing':
      return (
        <Notice isInline variant="info" title={t('There is nothing that can be changed safely.')}>
          {t('The object does not have the form that this fix knows. Mend it by hand.')}
        </Notice>
      );
    case 'ready':
      return <ReadyReview review={review} />;
  }
};

type Ready = Extract<FixReview, { readonly state: 'ready' }>;

const ReadyReview: FC<{ readonly review: Ready }> = ({ review }) => {
  const t = useT();
  const sentence = useText();
  const { plan, effect, guards, denied, dryRun } = review;
  const [step] = plan.steps;
  if (step?.write.type !== 'patch') return null;
  const { kind, namespace, name } = step.ref;
  return (
    <>
      <Title headingLevel="h2" size="lg">
        {t('{{kind}} {{name}}', { kind, name: namespace === '' ? name : `${namespace}/${name}` })}
      </Title>
      <p>{sentence(step.purpose)}</p>
      <ObjectDiff before={step.write.before} after={step.write.after} />
      {step.nodes.length === 0 ? null : (
        <p>{t('Nodes that apply it: {{total}}', { total: step.nodes.length })}</p>
      )}
      <p className="vm-networks-fix__wait">{sentence(waitSentence(step.wait))}</p>
      <EffectList effect={effect} />
      <GuardList guards={guards} />
      {denied === undefined ? (
        <DryRun dryRun={dryRun} />
      ) : (
        <Notice isInline variant="warning" data-test="step-denied" title={sentence(denied)} />
      )}
      <ExportButtons plan={plan} denied={denied === undefined ? [] : plan.steps} />
      <Actions
        plan={plan}
        isReady={
          dryRun !== undefined &&
          dryRun.failure === undefined &&
          !guards.some(({ level }) => level === 'block')
        }
      />
    </>
  );
};

const DryRun: FC<{ readonly dryRun: Ready['dryRun'] }> = ({ dryRun }) => {
  const t = useT();
  if (dryRun === undefined) {
    return <Notice isInline isPlain variant="info" title={t('The API server is trying it …')} />;
  }
  return dryRun.failure === undefined ? (
    <Notice
      isInline
      isPlain
      variant="success"
      data-test="fix-dry-run-accepted"
      title={t('The API server accepts it (dry run).')}
    />
  ) : (
    <Notice isInline variant="danger" title={t('The API server would refuse it.')}>
      <RefusalText message={dryRun.failure.message} />
    </Notice>
  );
};

interface ActionsProps {
  readonly plan: Plan;
  readonly isReady: boolean;
}

const Actions: FC<ActionsProps> = ({ plan, isReady }) => {
  const t = useT();
  const navigate = useNavigate();
  const apply = (): void => {
    startJob(plan, networkModelStore);
    void navigate(jobLink(plan.jobId));
  };
  return (
    <ActionList>
      <ActionListItem>
        <Button isDisabled={!isReady} onClick={apply} data-test="apply-fix">
          {t('Apply the fix')}
        </Button>
      </ActionListItem>
      <ActionListItem>
        <Link
          className="pf-v6-c-button pf-m-link"
          to={plan.fixes === undefined ? '/vm-networks/problems' : problemLink(plan.fixes)}
        >
          {t('Cancel')}
        </Link>
      </ActionListItem>
    </ActionList>
  );
};
