/**
 * Prepares the review of a fix: reads the object as it is now, makes the plan on it, asks the
 * doctor what would be gone and what new, and has the API server try it without storing anything.
 */
import { useEffect, useState } from 'react';
import type { Text } from '../../cluster/text';
import type { Diagnosis } from '../../doctor/model';
import type { FindingChanges } from '../../doctor/compareDiagnoses';
import { toFailure } from '../../job/api';
import type { ApiFailure } from '../../job/api';
import { consoleApi } from '../../job/consoleApi';
import { dryRunPlan } from '../../job/dryRunPlan';
import type { NetworkGraph } from '../../network/networkGraph';
import type { FixTarget } from '../../plan/fixTarget';
import { checkNadEdit } from '../../plan/checkNadEdit';
import type { Guard, Plan } from '../../plan/model';
import { planFix } from '../../plan/planFix';
import { deniedSteps } from '../review/deniedSteps';
import { fixEffect } from './fixEffect';

export type FixReview =
  | { readonly state: 'preparing' }
  | { readonly state: 'unreadable'; readonly failure: ApiFailure }
  | { readonly state: 'nothing' }
  | {
      readonly state: 'ready';
      readonly plan: Plan;
      readonly effect: FindingChanges;
      readonly guards: readonly Guard[];
      /** Why the user may not write it; then it is not tried. */
      readonly denied?: Text | undefined;
      /** Undefined while the server is still trying. */
      readonly dryRun?: { readonly failure?: ApiFailure };
    };

export interface FixRequest {
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  readonly target: Extract<FixTarget, { readonly type: 'own' }>;
  readonly subject: string;
  readonly jobId: string;
}

const prepare = async (
  { graph, diagnosis, target, subject, jobId }: FixRequest,
  show: (review: FixReview) => void,
): Promise<void> => {
  const object = await consoleApi.get(target.ref);
  const plan = planFix(graph, target, subject, object, jobId);
  const step = plan?.steps[0];
  if (plan === undefined || step?.write.type !== 'patch') return show({ state: 'nothing' });
  const effect = fixEffect({ graph, now: Date.now() }, diagnosis, plan);
  const guards = checkNadEdit(graph, step, effect.appear);
  show({ state: 'ready', plan, effect, guards });
  const [denied] = (await deniedSteps(plan)).values();
  if (denied !== undefined) return show({ state: 'ready', plan, effect, guards, denied });
  const [result] = await dryRunPlan(plan, consoleApi);
  const failure = result?.failure;
  show({ state: 'ready', plan, effect, guards, dryRun: failure === undefined ? {} : { failure } });
};

/** A review does not change by itself: `request` is the one at the moment the page was opened. */
export const useFixReview = (request: FixRequest): FixReview => {
  const [review, setReview] = useState<FixReview>({ state: 'preparing' });
  const [opened] = useState(request);
  useEffect(() => {
    let current = true;
    const show = (next: FixReview): void => {
      if (current) setReview(next);
    };
    prepare(opened, show).catch((thrown: unknown) =>
      show({ state: 'unreadable', failure: toFailure(thrown) }),
    );
    return () => {
      current = false;
    };
  }, [opened]);
  return review;
};
