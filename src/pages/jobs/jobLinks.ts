/** Where jobs are shown. */
import type { ProblemKey } from '../fix/problemLink';

export const JOBS_LINK = '/vm-networks/jobs';

export const jobLink = (jobId: string): string => `${JOBS_LINK}?job=${encodeURIComponent(jobId)}`;

/** The job of a fix; its page leads back to the problem. */
export const fixJobLink = (jobId: string, { rule, subject }: ProblemKey): string =>
  `${jobLink(jobId)}&${new URLSearchParams({ rule, subject }).toString()}`;
