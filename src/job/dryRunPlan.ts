/**
 * Server dry run of every step before the first write. It proves rights, names and schema; it
 * does not reach the node, because a policy's desired state is unmodelled (domain reference D.0).
 */
import type { Plan, Step, Write } from '../plan/model';
import { toFailure } from './api';
import type { Api, ApiFailure } from './api';
import { inParallel } from './inParallel';

export interface DryRunResult {
  readonly stepId: string;
  readonly failure?: ApiFailure;
}

/** Requests at a time: a plan for many VMs must not push the browser or the API server aside. */
const AT_ONCE = 6;

/**
 * @param denied steps, by id, that the user is known not to be allowed: they are not sent, nor is what a
 * later step would do to an object that one of them makes
 */
export const dryRunPlan = (
  plan: Plan,
  api: Api,
  denied: Pick<ReadonlySet<string>, 'has'> = new Set(),
): Promise<readonly DryRunResult[]> => {
  const made = new Set<string>();
  const rehearsed = new Set<string>();
  const lacking = new Set<string>();
  const trials: Trial[] = [];
  for (const step of plan.steps) {
    const key = JSON.stringify(step.ref);
    const isDenied = denied.has(step.id);
    if (isDenied && step.write.type === 'create') lacking.add(key);
    if (isDenied || lacking.has(key)) continue;
    trials.push({ step, isMade: made.has(key), isRepeat: rehearsed.has(key) });
    if (step.write.type === 'create') made.add(key);
    rehearsed.add(key);
  }
  return inParallel(trials, AT_ONCE, (trial) => dryRunStep(trial, api));
};

interface Trial {
  readonly step: Step;
  /** An earlier step of the plan makes the object. */
  readonly isMade: boolean;
  /** An earlier step of the plan writes to the object. */
  readonly isRepeat: boolean;
}

const dryRunStep = async (trial: Trial, api: Api): Promise<DryRunResult> => {
  const { id, ref } = trial.step;
  const write = trialOf(trial);
  try {
    if (write !== undefined) await send({ ref, write }, api, true);
    return { stepId: id };
  } catch (thrown) {
    return { stepId: id, failure: toFailure(thrown) };
  }
};

/**
 * What can be tried now. A change of an object that the plan itself makes is tried as its creation
 * in its final form; a second change of an object that exists can only be tried after the first,
 * except for its deletion.
 */
const trialOf = ({ step, isMade, isRepeat }: Trial): Write | undefined => {
  const { write } = step;
  if (isMade) return write.type === 'patch' ? { type: 'create', body: write.after } : undefined;
  return isRepeat && write.type === 'patch' ? undefined : write;
};

/** Sends the step's write as it was reviewed. Throws what the API throws. */
export const writeStep = (step: Pick<Step, 'ref' | 'write'>, api: Api) => send(step, api, false);

const send = async ({ ref, write }: Pick<Step, 'ref' | 'write'>, api: Api, dryRun: boolean) => {
  switch (write.type) {
    case 'create':
      return api.create(write.body, { dryRun });
    case 'patch':
      return api.patch(ref, write.operations, { dryRun });
    case 'delete':
      await api.remove(ref, write.uid, { dryRun });
      return write.before;
  }
};
