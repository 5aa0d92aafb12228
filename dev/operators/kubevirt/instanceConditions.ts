/** Conditions virt-controller sets on a VirtualMachineInstance beside those of a running guest. */
import type { Condition } from '../nmstateTypes';

export const notReady = (at: string): Condition => ({
  lastProbeTime: at,
  lastTransitionTime: at,
  message: 'Guest VM is not reported as running',
  reason: 'GuestNotRunning',
  status: 'False',
  type: 'Ready',
});

/** The launcher pod could not be rendered, for example since a NAD is missing. */
export const createFailed = (message: string, at: string): Condition => ({
  lastProbeTime: null,
  lastTransitionTime: at,
  message,
  reason: 'FailedCreate',
  status: 'False',
  type: 'Synchronized',
});

export const unschedulable = (message: string, at: string): Condition => ({
  lastProbeTime: null,
  lastTransitionTime: at,
  message,
  reason: 'Unschedulable',
  status: 'False',
  type: 'PodScheduled',
});

/** A change of the NICs needs a migration: False during the grace period, True after it. */
export const migrationRequired = (status: 'True' | 'False', at: string): Condition => ({
  lastProbeTime: null,
  lastTransitionTime: at,
  reason: 'AutoMigrationDueToLiveUpdate',
  status,
  type: 'MigrationRequired',
});

const sameSay = (left: Condition, right: Condition) =>
  left.status === right.status && left.reason === right.reason && left.message === right.message;

/**
 * The list with `wanted` in place of conditions of the same type and without the types in `drop`;
 * undefined when nothing changes.
 */
export function editConditions(
  before: readonly Condition[],
  wanted: readonly Condition[],
  drop: readonly string[] = [],
): Condition[] | undefined {
  const types = new Set([...wanted.map(({ type }) => type), ...drop]);
  const kept = before.filter(({ type }) => !types.has(type));
  const byType = new Map(before.map((condition) => [condition.type, condition]));
  const dropped = drop.some((type) => byType.has(type) && !wanted.some((c) => c.type === type));
  const changed = wanted.some((condition) => {
    const earlier = byType.get(condition.type);
    return !earlier || !sameSay(earlier, condition);
  });
  return changed || dropped ? [...kept, ...wanted] : undefined;
}
