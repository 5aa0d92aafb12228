/**
 * What a change would do to the findings: which appear and which vanish, by rule and subject.
 * Consequences go with their cause and are not listed on their own.
 */
import type { Diagnosis, Finding } from './model';

export interface FindingChanges {
  readonly appear: readonly Finding[];
  readonly vanish: readonly Finding[];
}

const keyOf = ({ rule, subject }: Finding): string => `${rule} ${subject}`;

const keysOf = ({ findings }: Diagnosis): ReadonlySet<string> => new Set(findings.map(keyOf));

export const compareDiagnoses = (before: Diagnosis, after: Diagnosis): FindingChanges => {
  const [old, now] = [keysOf(before), keysOf(after)];
  const isCause = ({ causedBy }: Finding): boolean => causedBy.length === 0;
  return {
    appear: after.findings.filter((finding) => !old.has(keyOf(finding)) && isCause(finding)),
    vanish: before.findings.filter((finding) => !now.has(keyOf(finding)) && isCause(finding)),
  };
};
