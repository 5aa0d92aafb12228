/** Where jobs are shown. */
export const JOBS_LINK = '/vm-networks/jobs';

export const jobLink = (jobId: string): string => `${JOBS_LINK}?job=${encodeURIComponent(jobId)}`;
