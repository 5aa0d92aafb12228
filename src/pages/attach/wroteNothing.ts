/**
 * Whether a failed job surely left nothing in the cluster: no step was written, and none is in doubt.
 * After a lost answer or a server error the write may have gone through all the same.
 */
import type { JobState } from '../../job/jobState';
import { isTouched, stepState } from '../../job/jobState';

/** True only for what is certain; a job that was interrupted while it wrote is not. */
export const wroteNothing = (job: JobState): boolean => {
  const states = job.plan.steps.map((step) => stepState(job, step.id));
  return (
    job.phase === 'failed' &&
    states.some(({ status }) => status === 'failed') &&
    !states.some(isTouched)
  );
};
