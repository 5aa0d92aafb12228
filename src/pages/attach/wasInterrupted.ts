/** A stop without a failure: the page went away while the job ran, and nobody has watched since. */
import type { JobState } from '../../job/jobState';
import { stepState } from '../../job/jobState';

export const wasInterrupted = (job: JobState): boolean =>
  (job.phase === 'failed' || job.phase === 'needsAttention') &&
  !job.plan.steps.some((step) => ['failed', 'undoFailed'].includes(stepState(job, step.id).status));
