/** Reads Kubernetes label selectors and the requirements of node affinity terms. */
import { asArray, recordOf, stringMapOf, stringsOf, textOf } from './json';
import type { LabelRequirement, LabelSelector } from './labelSelector';

const NONE: readonly LabelRequirement[] = [];

/** Takes `matchExpressions` or `matchFields`. */
export const readRequirements = (value: unknown): readonly LabelRequirement[] => {
  const items = asArray(value);
  if (items.length === 0) return NONE;
  return items.map((item) => {
    const raw = recordOf(item);
    return {
      key: textOf(raw.key),
      operator: textOf(raw.operator),
      values: stringsOf(raw.values),
    };
  });
};

/** Takes a `LabelSelector`; one that is missing reads as empty, which selects everything. */
export const readLabelSelector = (value: unknown): LabelSelector => {
  const raw = recordOf(value);
  return {
    matchLabels: stringMapOf(raw.matchLabels),
    matchExpressions: readRequirements(raw.matchExpressions),
  };
};
