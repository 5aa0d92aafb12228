/** Re-renders with the state of a job. */
import { useEffect, useState } from 'react';
import type { JobRunner } from '../../job/jobRunner';
import type { JobState } from '../../job/jobState';

export const useJob = (runner: JobRunner): JobState => {
  const [job, setJob] = useState(() => runner.current());
  useEffect(() => {
    setJob(runner.current());
    return runner.subscribe(() => setJob(runner.current()));
  }, [runner]);
  return job;
};
