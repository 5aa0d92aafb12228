/** Of two policies in conflict the younger is the one to mend (it came on top of what worked). */
import type { PolicyRecord } from '../../cluster/policyRecord';

const isYounger = (a: PolicyRecord, b: PolicyRecord): boolean => {
  const byAge = (a.meta.createdAt ?? 0) - (b.meta.createdAt ?? 0);
  return byAge === 0 ? a.meta.name > b.meta.name : byAge > 0;
};

/** Younger first; of one age, the name that sorts last. */
export const youngerFirst = (
  a: PolicyRecord,
  b: PolicyRecord,
): readonly [PolicyRecord, PolicyRecord] => (isYounger(a, b) ? [a, b] : [b, a]);
