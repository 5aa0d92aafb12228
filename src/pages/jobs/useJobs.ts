/** The jobs that the user can see, looked up again from time to time while somebody looks at them. */
import { useCallback, useEffect, useState } from 'react';
import type { Found } from '../../job/jobDirectory';
import { jobDirectory } from '../attach/jobStore';

export interface Jobs {
  /** Undefined before the first answer. */
  readonly found: Found | undefined;
  readonly refresh: () => void;
}

/**
 * Looks when `isReady`, since before that it is not known which projects there are, and then every
 * `everyMs` milliseconds.
 */
export const useJobs = (isReady: boolean, everyMs: number): Jobs => {
  const [found, setFound] = useState<Found>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!isReady) return undefined;
    let isOver = false;
    const look = async (): Promise<void> => {
      const next = await jobDirectory.list();
      if (!isOver) setFound(next);
    };
    void look();
    const timer = setInterval(() => void look(), everyMs);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [isReady, everyMs, round]);
  const refresh = useCallback(() => setRound((last) => last + 1), []);
  return { found, refresh };
};
