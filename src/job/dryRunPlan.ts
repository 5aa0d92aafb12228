/**
 * Server dry run of every step before the first write. It proves rights, names and schema; it
 * does not reach the node, because a policy's desired state is unmodelled (domain reference D.0).
 */
import type { Plan, Step } from '../plan/model';
import { toFailure } from './api';
import type { Api, ApiFailure } from './api';

export interface DryRunResult {
  readonly stepId: string;
  readonly failure?: ApiFailure;
}

export const dryRunPlan = (plan: Plan, api: Api): Promise<readonly DryRunResult[]> =>
  Promise.all(plan.steps.map((step) => dryRunStep(step, api)));

const dryRunStep = async (step: Step, api: Api): Promise<DryRunResult> => {
  try {
    await writeStep(step, api, true);
    return { stepId: step.id };
  } catch (thrown) {
    return { stepId: step.id, failure: toFailure(thrown) };
  }
};

/** Sends the step's write as it was reviewed. Throws what the API throws. */
export const writeStep = (step: Step, api: Api, dryRun: boolean) =>
  step.write.type === 'create'
    ? api.create(step.write.body, { dryRun })
    : api.patch(step.ref, step.write.operations, { dryRun });
