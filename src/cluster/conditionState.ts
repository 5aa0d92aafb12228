/** Questions to the conditions of a policy or an enactment (domain reference A.1.2, A.2). */
import type { Condition } from './condition';
import type { EnactmentRecord } from './enactmentRecord';
import type { PolicyRecord } from './policyRecord';
import { conditionOf } from './readConditions';

export const isTrue = (conditions: readonly Condition[], type: string): boolean =>
  conditionOf(conditions, type)?.status === 'True';

/** Newest transition of any condition, in milliseconds; undefined when none is dated. */
export const lastTransition = (conditions: readonly Condition[]): number | undefined => {
  let newest: number | undefined;
  for (const { changedAt } of conditions) {
    if (changedAt !== undefined && (newest === undefined || changedAt > newest)) newest = changedAt;
  }
  return newest;
};

/**
 * The enactment speaks of the policy's present spec, not of an older generation. A policy without
 * a generation (0, in hand-made dumps) proves nothing against it.
 */
export const isCurrent = (enactment: EnactmentRecord, policy: PolicyRecord): boolean =>
  policy.meta.generation === 0 || enactment.policyGeneration === policy.meta.generation;

/** The policy's present spec has been applied on the enactment's node. */
export const isApplied = (
  enactment: EnactmentRecord | undefined,
  policy: PolicyRecord,
): enactment is EnactmentRecord =>
  enactment !== undefined &&
  isCurrent(enactment, policy) &&
  isTrue(enactment.conditions, 'Available');
