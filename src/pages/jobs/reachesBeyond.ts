/**
 * A journal is an object like any other: whoever may write ConfigMaps in a project can make one up.
 * One that would write outside of the project it lies in must be read before somebody with more
 * rights goes on with it.
 */
import type { JobEntry } from '../../job/jobEntry';
import type { Step } from '../../plan/model';

/** Only administrators write there, so what lies there is theirs. */
const TRUSTED: ReadonlySet<string> = new Set(['openshift-nmstate', 'nmstate', 'default']);

/** The steps of the job that write outside of the project of its journal. */
export const reachesBeyond = ({ job, place }: JobEntry): readonly Step[] => {
  if (place.type !== 'cluster' || TRUSTED.has(place.namespace)) return [];
  return job.plan.steps.filter(({ ref }) => ref.namespace !== place.namespace);
};
