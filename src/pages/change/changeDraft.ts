/** What a change means as a plan: what to read, how to plan on it, and what stands against it. */
import type { NetworkGraph } from '../../network/networkGraph';
import { checkDetach } from '../../plan/checkDetach';
import { checkMove } from '../../plan/checkMove';
import { checkRemove } from '../../plan/checkRemove';
import type { Guard } from '../../plan/model';
import { planDetach } from '../../plan/planDetach';
import { planMove } from '../../plan/planMove';
import { planRemove } from '../../plan/planRemove';
import { refsOfTarget } from '../../plan/removalTarget';
import type { PlanDraft } from '../review/usePlanReview';
import type { Change } from './changeOf';
import { nadFrom } from './nadFrom';
import { vmObjectsOf } from '../review/vmObjectsOf';
import { vmRef } from '../review/vmRef';

/** A change that is planned from the link alone; a clone has a form of its own. */
export type KnownChange = Exclude<Change, { readonly type: 'unknown' | 'clone' }>;

export interface Drafted {
  readonly draft: PlanDraft | undefined;
  readonly guards: readonly Guard[];
}

/** `nad` is the name of the NAD to move to, '' while none is chosen: then there is no draft. */
export const draftOf = (
  change: KnownChange,
  graph: NetworkGraph,
  jobId: string,
  nad: string,
): Drafted => {
  if (change.type === 'remove') {
    const { target } = change;
    return {
      guards: checkRemove(graph, target),
      draft: {
        key: jobId,
        refs: refsOfTarget(graph, target),
        plan: (objects) => planRemove(graph, { jobId, target }, objects),
      },
    };
  }
  const { nics } = change;
  const refs = nics.map(vmRef);
  if (change.type === 'detach') {
    return {
      guards: checkDetach(graph, nics),
      draft: {
        key: jobId,
        refs,
        plan: (objects) => planDetach(graph, { jobId, nics }, vmObjectsOf(objects)),
      },
    };
  }
  if (nad === '') return { guards: [], draft: undefined };
  const intent = { jobId, nics, nadOf: nadFrom(graph, nad) };
  return {
    guards: checkMove(graph, intent),
    draft: {
      key: `${jobId} ${nad}`,
      refs,
      plan: (objects) => planMove(graph, intent, vmObjectsOf(objects)),
    },
  };
};
