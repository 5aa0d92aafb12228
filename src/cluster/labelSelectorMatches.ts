/**
 * Kubernetes selectors against labels. Source: k8s.io/apimachinery pkg/labels; for `Gt` and
 * `Lt`, which only node affinity has, k8s.io/component-helpers scheduling/corev1/nodeaffinity.
 */
import { ownString } from './json';
import type { LabelRequirement, LabelSelector } from './labelSelector';

type Labels = Readonly<Record<string, string>>;

const compare = (value: string | undefined, limit: string | undefined): number => {
  const left = Number(value ?? '');
  const right = Number(limit ?? '');
  if (value === undefined || limit === undefined) return 0;
  return Number.isInteger(left) && Number.isInteger(right) ? Math.sign(left - right) : 0;
};

/** Does one requirement hold for a value (undefined: no such label)? Unknown operators never do. */
export const requirementMatches = (
  requirement: LabelRequirement,
  value: string | undefined,
): boolean => {
  switch (requirement.operator) {
    case 'In':
      return value !== undefined && requirement.values.includes(value);
    case 'NotIn':
      return value === undefined || !requirement.values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return compare(value, requirement.values[0]) > 0;
    case 'Lt':
      return compare(value, requirement.values[0]) < 0;
    default:
      return false;
  }
};

/** Equality pairs: all must hold, and none at all matches everything. */
export const nodeSelectorMatches = (nodeSelector: Labels, labels: Labels): boolean => {
  for (const key in nodeSelector) {
    if (ownString(labels, key) !== nodeSelector[key]) return false;
  }
  return true;
};

/** An empty selector matches everything. */
export const labelSelectorMatches = (selector: LabelSelector, labels: Labels): boolean =>
  nodeSelectorMatches(selector.matchLabels, labels) &&
  selector.matchExpressions.every((requirement) =>
    requirementMatches(requirement, ownString(labels, requirement.key)),
  );
