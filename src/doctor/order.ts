/** The one order of findings everywhere: severity, rule, subject; and one finding per (rule, subject). */
import { formatText } from '../cluster/text';
import type { Finding, Severity, UnknownResult } from './model';

/** The gravest first. */
export const SEVERITIES: readonly Severity[] = ['critical', 'error', 'warning', 'info'];

const RANK: Readonly<Record<Severity, number>> = { critical: 0, error: 1, warning: 2, info: 3 };

/** Below zero when `a` is the graver. */
export const compareSeverity = (a: Severity, b: Severity): number => RANK[a] - RANK[b];

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const compareFindings = (a: Finding, b: Finding): number =>
  compareSeverity(a.severity, b.severity) ||
  compareText(a.rule, b.rule) ||
  compareText(a.subject, b.subject);

export const compareUnknown = (a: UnknownResult, b: UnknownResult): number =>
  compareText(a.rule, b.rule) ||
  compareText(a.subject, b.subject) ||
  compareText(formatText(a.reason), formatText(b.reason));

/** The graver one speaks; of equals the one whose words sort first, in whatever order they came. */
const compareWeight = (a: Finding, b: Finding): number =>
  compareSeverity(a.severity, b.severity) ||
  compareText(formatText(a.message), formatText(b.message));

const merge = (kept: Finding, other: Finding): Finding => {
  const [first, second] = compareWeight(other, kept) < 0 ? [other, kept] : [kept, other];
  const related = [...new Set([...first.related, ...second.related])].sort(compareText);
  return { ...first, related };
};

/** Keeps one finding per (rule, subject): the gravest, with everything related to any of them. */
export const mergeFindings = (findings: readonly Finding[]): Finding[] => {
  const bySubject = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.subject}`;
    const kept = bySubject.get(key);
    bySubject.set(key, kept === undefined ? finding : merge(kept, finding));
  }
  return [...bySubject.values()];
};

/** Keeps the first unknown per (rule, subject), and none where the same rule has a finding there. */
export const mergeUnknown = (
  unknown: readonly UnknownResult[],
  findings: readonly Finding[],
): UnknownResult[] => {
  const seen = new Set(findings.map((finding) => `${finding.rule} ${finding.subject}`));
  return unknown.filter((result) => {
    const key = `${result.rule} ${result.subject}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};
