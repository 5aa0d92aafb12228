/**
 * Prepares the review of a change: reads the objects it is about as they are now, makes the plan on
 * them, and has the API server try every step without storing anything.
 */
import { useEffect, useRef, useState } from 'react';
import type { KubeObject } from '../../cluster/kubeObject';
import { toFailure } from '../../job/api';
import type { ApiFailure } from '../../job/api';
import { consoleApi } from '../../job/consoleApi';
import { dryRunPlan } from '../../job/dryRunPlan';
import { inParallel } from '../../job/inParallel';
import { stepId } from '../../plan/model';
import type { ObjectRef, Plan } from '../../plan/model';

export type ChangeReview =
  | { readonly state: 'preparing' }
  | { readonly state: 'unreadable'; readonly failure: ApiFailure }
  | {
      readonly state: 'ready';
      readonly plan: Plan;
      /** Of the steps that the server would refuse, by id; undefined while it is still trying. */
      readonly refused?: ReadonlyMap<string, ApiFailure>;
    };

export interface ChangeDraft {
  /** Changes with what is asked for: a review is made once for each. */
  readonly key: string;
  readonly refs: readonly ObjectRef[];
  /** `objects` by step id. */
  readonly plan: (objects: ReadonlyMap<string, KubeObject>) => Plan;
}

const AT_ONCE = 6;

/** No review while there is nothing to plan (`draft` undefined). */
export const useChangeReview = (draft: ChangeDraft | undefined): ChangeReview => {
  const [review, setReview] = useState<ChangeReview>({ state: 'preparing' });
  const latest = useRef(draft);
  latest.current = draft;
  const key = draft?.key;
  useEffect(() => {
    const current = latest.current;
    let isOver = false;
    const show = (next: ChangeReview): void => {
      if (!isOver) setReview(next);
    };
    show({ state: 'preparing' });
    if (current !== undefined) {
      prepare(current, show).catch((thrown: unknown) =>
        show({ state: 'unreadable', failure: toFailure(thrown) }),
      );
    }
    return () => {
      isOver = true;
    };
  }, [key]);
  return review;
};

const prepare = async (draft: ChangeDraft, show: (next: ChangeReview) => void): Promise<void> => {
  const entries = await inParallel(
    draft.refs,
    AT_ONCE,
    async (ref): Promise<readonly [string, KubeObject]> => [stepId(ref), await consoleApi.get(ref)],
  );
  const plan = draft.plan(new Map(entries));
  show({ state: 'ready', plan });
  const results = await dryRunPlan(plan, consoleApi);
  const refused = new Map(
    results.flatMap(({ stepId: id, failure }) =>
      failure === undefined ? [] : [[id, failure] as const],
    ),
  );
  show({ state: 'ready', plan, refused });
};
