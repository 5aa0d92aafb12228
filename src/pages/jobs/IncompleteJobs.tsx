/** A notice on the pages of VM Networks while there are jobs that did not come to their end. */
import type { FC } from 'react';
import { Link } from '../../console/router';
import { useText, useT } from '../../console/translation';
import { isHeld, isIncomplete } from '../../job/jobEntry';
import { jobTitle } from './jobSummary';
import { jobLink, JOBS_LINK } from './jobLinks';
import { useJobs } from './useJobs';
import { Notice } from '../../ui/Notice';

const SHOWN = 3;

/** Milliseconds between two looks; a notice need not be as fresh as a list that somebody reads. */
const LOOK_MS = 60_000;

const IncompleteJobs: FC<{ readonly isReady: boolean }> = ({ isReady }) => {
  const t = useT();
  const sentence = useText();
  const { found } = useJobs(isReady, LOOK_MS);
  const open = (found?.jobs ?? []).filter(
    (entry) => isIncomplete(entry.job) && !isHeld(entry, Date.now(), 0),
  );
  if (open.length === 0) return null;
  return (
    <Notice
      isInline
      variant="info"
      data-test="incomplete-jobs"
      title={t('Jobs that did not finish: {{total}}', { total: open.length })}
      actionLinks={
        <>
          {open.slice(0, SHOWN).map(({ job }) => (
            <Link key={job.plan.jobId} to={jobLink(job.plan.jobId)}>
              {sentence(jobTitle(job.plan))}
            </Link>
          ))}
          <Link to={JOBS_LINK}>{t('All jobs')}</Link>
        </>
      }
    />
  );
};

export default IncompleteJobs;
