/** Status conditions, as every controller of this field writes them. */
import type { Condition } from './condition';
import { asArray, asRecord, textOf } from './json';
import { parseTime } from './parseTime';
import { sharedName } from './shared';

const NONE: readonly Condition[] = [];

const statusOf = (value: unknown): Condition['status'] =>
  value === 'True' || value === 'False' ? value : 'Unknown';

/** Takes `status.conditions`; entries without a type are left out. */
export const readConditions = (value: unknown): readonly Condition[] => {
  const items = asArray(value);
  if (items.length === 0) return NONE;
  const conditions: Condition[] = [];
  for (const item of items) {
    const raw = asRecord(item);
    const type = textOf(raw?.type);
    if (raw === undefined || type === '') continue;
    conditions.push({
      type: sharedName(type),
      status: statusOf(raw.status),
      reason: sharedName(textOf(raw.reason)),
      message: textOf(raw.message),
      changedAt: parseTime(raw.lastTransitionTime),
    });
  }
  return conditions;
};

/** The condition of a type, undefined when the controller has not written it. */
export const conditionOf = (
  conditions: readonly Condition[],
  type: string,
): Condition | undefined => {
  // A plain loop: asked of every VM and enactment, again and again.
  for (const condition of conditions) if (condition.type === type) return condition;
  return undefined;
};
