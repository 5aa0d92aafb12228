/** How a job stands as a whole, said to screen readers as it changes. */
import type { FC } from 'react';
import { Progress } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { JobPhase, JobState } from '../../job/jobState';
import { jobCounts } from '../jobs/jobSummary';
import { wasInterrupted } from './wasInterrupted';
import { wroteNothing } from './wroteNothing';
import { Notice } from '../../ui/Notice';

export const JobHeadline: FC<{ readonly job: JobState }> = ({ job }) => {
  const t = useT();
  const { total, done, failed } = jobCounts(job);
  if (wasInterrupted(job)) return <Interruption phase={job.phase} />;
  switch (job.phase) {
    case 'running':
    case 'undoing':
      return <AtWork job={job} />;
    case 'succeeded':
      return (
        <Notice
          isInline
          isLiveRegion
          variant="success"
          title={t('Done. Every step took effect.')}
        />
      );
    case 'undone':
      return (
        <Notice
          isInline
          isLiveRegion
          variant="success"
          title={t('Everything this job made has been taken back.')}
        />
      );
    case 'failed':
      return (
        <Notice
          isInline
          isLiveRegion
          variant="danger"
          title={
            failed > 1
              ? t('{{failed}} of {{total}} steps failed, {{done}} are done.', {
                  failed,
                  total,
                  done,
                })
              : t('The job stopped at a failure.')
          }
        >
          {wroteNothing(job)
            ? t('Nothing was written, so there is nothing to take back. Mend the cause and retry.')
            : t(
                'What is done stays done. Mend the cause and retry what failed and what was not started, or take back what was made.',
              )}
        </Notice>
      );
    case 'needsAttention':
      return (
        <Notice
          isInline
          isLiveRegion
          variant="warning"
          title={t('Not everything could be taken back.')}
        >
          {t('Mend what the failed step says, then take back again.')}
        </Notice>
      );
  }
};

const AtWork: FC<{ readonly job: JobState }> = ({ job }) => {
  const t = useT();
  const { total, done, failed } = jobCounts(job);
  const isUndo = job.phase === 'undoing';
  return (
    <div>
      <Progress
        value={done}
        max={Math.max(total, 1)}
        title={
          isUndo
            ? t('Everything this job made is being taken back, last first.')
            : t('The job is running. It stops at the first failure.')
        }
        label={t('{{done}} of {{total}}', { done, total })}
        valueText={t('{{done}} of {{total}}', { done, total })}
      />
      <p className="pf-v6-screen-reader" aria-live="polite" data-test="job-progress">
        {failed === 0
          ? t('{{done}} of {{total}} steps are finished.', { done, total })
          : t('{{done}} of {{total}} steps are finished, {{failed}} failed.', {
              done,
              total,
              failed,
            })}
      </p>
    </div>
  );
};

const Interruption: FC<{ readonly phase: JobPhase }> = ({ phase }) => {
  const t = useT();
  return (
    <Notice
      isInline
      variant="info"
      title={t('The page was closed or reloaded while this job was at work.')}
    >
      {phase === 'failed'
        ? t(
            'Nothing has failed, and nobody is at work on it now: what was written stays, and the steps show how far it came. Continue, or take back what was made.',
          )
        : t(
            'Nothing has failed, and nobody is at work on it now: the steps show how far the taking back came. Take back again to finish.',
          )}
    </Notice>
  );
};
