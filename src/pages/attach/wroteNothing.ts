/**
 * Whether a failed job surely left nothing in the cluster: no step was written, and the one that failed
 * was refused. After a lost answer or a server error the write may have gone through all the same.
 */
import type { JobState } from '../../job/jobState';
import { stepState } from '../../job/jobState';

const isRefusal = (code: string | number | undefined): boolean =>
  typeof code === 'number' && code >= 400 && code < 500;

/** True only for what is certain; a job that was interrupted while it wrote is not. */
export const wroteNothing = (job: JobState): boolean => {
  const states = job.plan.steps.map((step) => stepState(job, step.id));
  return (
    job.phase === 'failed' &&
    states.every((state) => !state.written && state.status !== 'writing') &&
    states.some((state) => state.status === 'failed' && isRefusal(state.detail?.values.code))
  );
};
