/** What can be done about a job that stands still. */
import type { FC } from 'react';
import { Button, Flex, FlexItem } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { JobState } from '../../job/jobState';
import { isTouched, stepState } from '../../job/jobState';
import { wasInterrupted } from './wasInterrupted';

interface JobActionsProps {
  readonly job: JobState;
  readonly isLocked: boolean;
  readonly onRetry: () => void;
  readonly onUndo: () => void;
  readonly onShowPath: () => void;
  readonly onClose: () => void;
}

export const JobActions: FC<JobActionsProps> = (props) => {
  const { job, isLocked, onRetry, onUndo, onShowPath, onClose } = props;
  const t = useT();
  const hasWritten = job.plan.steps.some((step) => isTouched(stepState(job, step.id)));
  const isStopped = job.phase === 'failed' || job.phase === 'needsAttention';
  const hasPath = job.plan.steps.some(({ inverse }) =>
    ['detachNic', 'moveNic'].includes(inverse.type),
  );
  return (
    <Flex gap={{ default: 'gapMd' }}>
      {job.phase === 'succeeded' && hasPath ? (
        <FlexItem>
          <Button variant="primary" onClick={onShowPath}>
            {t('Show the path')}
          </Button>
        </FlexItem>
      ) : null}
      {job.phase === 'failed' ? (
        <FlexItem>
          <Button variant="primary" isDisabled={isLocked} onClick={onRetry}>
            {wasInterrupted(job) ? t('Continue') : t('Retry')}
          </Button>
        </FlexItem>
      ) : null}
      {(isStopped || job.phase === 'succeeded') && hasWritten ? (
        <FlexItem>
          <Button variant="secondary" isDisabled={isLocked} onClick={onUndo}>
            {t('Take back')}
          </Button>
        </FlexItem>
      ) : null}
      {job.phase === 'running' || job.phase === 'undoing' ? null : (
        <FlexItem>
          <Button variant="link" onClick={onClose}>
            {t('Close')}
          </Button>
        </FlexItem>
      )}
    </Flex>
  );
};
