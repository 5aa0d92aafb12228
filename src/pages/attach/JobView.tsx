/**
 * A job at work: each step with its state, each node with its stage, the API server's own words
 * where something failed, and what can be done about it.
 */
import type { FC } from 'react';
import {
  ActionList,
  ActionListItem,
  Alert,
  Button,
  Content,
  ProgressStep,
  ProgressStepper,
} from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { JobPhase, JobState, StepStatus } from '../../job/jobState';
import { isTouched, stepState } from '../../job/jobState';
import type { Step } from '../../plan/model';
import { JobStepDetail } from './JobStepDetail';
import { wroteNothing } from './wroteNothing';

interface JobViewProps {
  readonly job: JobState;
  readonly isJournalled: boolean;
  readonly onRetry: () => void;
  readonly onUndo: () => void;
  readonly onShowPath: () => void;
  readonly onClose: () => void;
}

type Variant = 'success' | 'danger' | 'info' | 'pending' | 'warning' | 'default';

const VARIANT: Readonly<Record<StepStatus, Variant>> = {
  planned: 'pending',
  writing: 'info',
  waiting: 'info',
  done: 'success',
  failed: 'danger',
  undoing: 'info',
  undone: 'default',
  undoFailed: 'danger',
};

export const JobView: FC<JobViewProps> = (props) => {
  const { job, isJournalled } = props;
  const t = useT();
  return (
    <div className="vm-networks-attach__job" data-test={`job-${job.phase}`}>
      {wasInterrupted(job) ? (
        <Interruption phase={job.phase} />
      ) : (
        <JobHeadline phase={job.phase} isNothingWritten={wroteNothing(job)} />
      )}
      {isJournalled ? null : (
        <Alert
          isInline
          variant="warning"
          title={t('This browser refuses to keep the job: do not close the tab before it ends.')}
        />
      )}
      <ProgressStepper isVertical aria-label={t('Steps of the job')}>
        {job.plan.steps.map((step) => {
          const { status } = stepState(job, step.id);
          return (
            <ProgressStep
              key={step.id}
              id={`job-${step.id}`}
              titleId={`job-title-${step.id}`}
              variant={VARIANT[status]}
              isCurrent={status === 'writing' || status === 'waiting' || status === 'undoing'}
              aria-label={t('{{step}}: {{status}}', {
                step: step.id,
                status: statusText(status, t),
              })}
              description={<JobStepDetail state={stepState(job, step.id)} />}
            >
              <span data-test={`step-${step.id}`}>{stepTitle(step, statusText(status, t), t)}</span>
            </ProgressStep>
          );
        })}
      </ProgressStepper>
      <JobActions {...props} />
    </div>
  );
};

/** A stop without a failure: the page went away while the job ran, and nobody has watched since. */
const wasInterrupted = (job: JobState): boolean =>
  (job.phase === 'failed' || job.phase === 'needsAttention') &&
  !job.plan.steps.some((step) => ['failed', 'undoFailed'].includes(stepState(job, step.id).status));

const stepTitle = (step: Step, status: string, t: ReturnType<typeof useT>): string =>
  t('{{kind}} {{name}}: {{status}}', {
    kind: step.ref.kind,
    name: step.ref.namespace === '' ? step.ref.name : `${step.ref.namespace}/${step.ref.name}`,
    status,
  });

const statusText = (status: StepStatus, t: ReturnType<typeof useT>): string => {
  const texts: Readonly<Record<StepStatus, string>> = {
    planned: t('not started'),
    writing: t('being written'),
    waiting: t('taking effect'),
    done: t('done'),
    failed: t('failed'),
    undoing: t('being taken back'),
    undone: t('taken back'),
    undoFailed: t('could not be taken back'),
  };
  return texts[status];
};

const Interruption: FC<{ readonly phase: JobPhase }> = ({ phase }) => {
  const t = useT();
  return (
    <Alert
      isInline
      variant="info"
      title={t('The page was closed or reloaded while this job was at work.')}
    >
      {phase === 'failed'
        ? t(
            'Nothing has failed: what was written stays, and the steps show how far it came. Continue, or take back what was made. If the job is still at work in another tab, leave it to that tab.',
          )
        : t(
            'Nothing has failed: the steps show how far the taking back came. Take back again to finish. If the job is still at work in another tab, leave it to that tab.',
          )}
    </Alert>
  );
};

interface JobHeadlineProps {
  readonly phase: JobPhase;
  readonly isNothingWritten: boolean;
}

const JobHeadline: FC<JobHeadlineProps> = ({ phase, isNothingWritten }) => {
  const t = useT();
  switch (phase) {
    case 'running':
      return (
        <Content component="p" aria-live="polite">
          {t('The job is running. It stops at the first failure.')}
        </Content>
      );
    case 'undoing':
      return (
        <Content component="p" aria-live="polite">
          {t('Everything this job made is being taken back, last first.')}
        </Content>
      );
    case 'succeeded':
      return (
        <Alert isInline isLiveRegion variant="success" title={t('Done. Every step took effect.')} />
      );
    case 'undone':
      return (
        <Alert
          isInline
          isLiveRegion
          variant="success"
          title={t('Everything this job made has been taken back.')}
        />
      );
    case 'failed':
      return (
        <Alert isInline isLiveRegion variant="danger" title={t('The job stopped at a failure.')}>
          {isNothingWritten
            ? t('Nothing was written, so there is nothing to take back. Mend the cause and retry.')
            : t(
                'Later steps were not started. Mend the cause and retry, or take back what was made.',
              )}
        </Alert>
      );
    case 'needsAttention':
      return (
        <Alert
          isInline
          isLiveRegion
          variant="warning"
          title={t('Not everything could be taken back.')}
        >
          {t('Mend what the failed step says, then take back again.')}
        </Alert>
      );
  }
};

const JobActions: FC<JobViewProps> = ({ job, onRetry, onUndo, onShowPath, onClose }) => {
  const t = useT();
  const hasWritten = job.plan.steps.some((step) => isTouched(stepState(job, step.id)));
  const stopped = job.phase === 'failed' || job.phase === 'needsAttention';
  return (
    <ActionList>
      {job.phase === 'succeeded' ? (
        <ActionListItem>
          <Button variant="primary" onClick={onShowPath}>
            {t('Show the path')}
          </Button>
        </ActionListItem>
      ) : null}
      {job.phase === 'failed' ? (
        <ActionListItem>
          <Button variant="primary" onClick={onRetry}>
            {wasInterrupted(job) ? t('Continue') : t('Retry')}
          </Button>
        </ActionListItem>
      ) : null}
      {(stopped || job.phase === 'succeeded') && hasWritten ? (
        <ActionListItem>
          <Button variant="secondary" onClick={onUndo}>
            {t('Take back')}
          </Button>
        </ActionListItem>
      ) : null}
      {job.phase === 'running' || job.phase === 'undoing' ? null : (
        <ActionListItem>
          <Button variant="link" onClick={onClose}>
            {t('Close')}
          </Button>
        </ActionListItem>
      )}
    </ActionList>
  );
};
