/**
 * Keeps the status of a NodeNetworkConfigurationPolicy in step with its enactments.
 * Source: kubernetes-nmstate pkg/policyconditions/conditions.go.
 */
import type { KubeClient } from '../client';
import { timestamp } from '../clock';
import { jsonEqual } from '../jsonEqual';
import type { Condition, Policy } from '../nmstateTypes';
import { POLICIES } from '../resources';
import type { PolicyCounts } from './policyConditions';
import { policyConditions, resetConditions } from './policyConditions';

const withoutTimes = (conditions: readonly Condition[] | undefined) =>
  conditions?.map(({ type, status, reason, message }) => ({ type, status, reason, message }));

/** Writes the conditions for the counts, unless the policy has moved on or says so already. */
export async function writePolicyStatus(
  client: KubeClient,
  name: string,
  generation: number,
  counts: PolicyCounts & { atWork: number },
): Promise<void> {
  await client.updateStatus<Policy>(POLICIES, { name }, (policy) => {
    if (policy.metadata.generation !== generation) return undefined;
    const at = timestamp();
    const conditions = policyConditions(counts, at, policy.status?.conditions);
    const counter = counts.atWork > 0 ? { [String(generation)]: counts.atWork } : undefined;
    const unchanged =
      jsonEqual(withoutTimes(policy.status?.conditions), withoutTimes(conditions)) &&
      jsonEqual(policy.status?.unavailableNodeCountMap, counter);
    if (unchanged) return undefined;
    return {
      ...policy,
      status: {
        conditions,
        ...(counter ? { unavailableNodeCountMap: counter } : {}),
        lastUnavailableNodeCountUpdate: at,
      },
    };
  });
}

/** A new generation starts with every condition Unknown and no reason. */
export async function resetPolicyStatus(
  client: KubeClient,
  name: string,
  generation: number,
): Promise<void> {
  await client.updateStatus<Policy>(POLICIES, { name }, (policy) =>
    policy.metadata.generation === generation
      ? { ...policy, status: { conditions: resetConditions(timestamp()) } }
      : undefined,
  );
}
