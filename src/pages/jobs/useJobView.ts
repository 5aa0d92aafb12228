/**
 * A job by its id, wherever it is: in this tab, or in a journal. One that is worked on elsewhere is
 * followed by reading its journal again; its holder counts as silent once the journal has not
 * changed for as long as a lease lasts.
 */
import { useEffect, useState } from 'react';
import { toFailure } from '../../job/api';
import { isHeld } from '../../job/jobEntry';
import type { JobEntry } from '../../job/jobEntry';
import type { JobRunner } from '../../job/jobRunner';
import { jobDirectory, runnerHere } from '../attach/jobStore';

export type JobView =
  | { readonly state: 'looking' }
  | { readonly state: 'here'; readonly runner: JobRunner }
  | { readonly state: 'unknown'; readonly problem: string }
  | { readonly state: 'found'; readonly entry: JobEntry; readonly isHeld: boolean };

/** Milliseconds between two looks at a journal. */
const LOOK_MS = 3000;

/** `round` starts the search anew, after the job has changed hands. */
export const useJobView = (jobId: string, round: number): JobView => {
  const [view, setView] = useState<JobView>({ state: 'looking' });
  useEffect(() => {
    const runner = runnerHere(jobId);
    if (runner !== undefined) {
      setView({ state: 'here', runner });
      return undefined;
    }
    setView({ state: 'looking' });
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    let last: JobEntry | undefined;
    let changedAt = 0;
    const look = async (): Promise<void> => {
      const next = await nextView(jobId, last);
      if (isOver) return;
      if (next.entry !== undefined) {
        if (last !== undefined && last.version !== next.entry.version) changedAt = Date.now();
        last = next.entry;
        const held = isHeld(next.entry, Date.now(), changedAt);
        setView({ state: 'found', entry: next.entry, isHeld: held });
      } else if (last === undefined || next.problem === '') {
        // A look that fails once says nothing of a job that was there a moment ago.
        setView({ state: 'unknown', problem: next.problem });
      }
      timer = setTimeout(() => void look(), LOOK_MS);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [jobId, round]);
  return view;
};

interface Look {
  readonly entry?: JobEntry;
  /** '' when the job is surely not there. */
  readonly problem: string;
}

const nextView = async (jobId: string, last: JobEntry | undefined): Promise<Look> => {
  try {
    const entry = await (last === undefined ? jobDirectory.find(jobId) : jobDirectory.again(last));
    return entry === undefined ? { problem: '' } : { entry, problem: '' };
  } catch (thrown) {
    return { problem: toFailure(thrown).message };
  }
};
