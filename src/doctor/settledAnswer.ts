/**
 * One rule's answer as it goes into the diagnosis: what is settling taken back, one finding per
 * subject, sorted. Kept with the answer, so that a rule that was not asked again costs nothing.
 */
import type { Finding, Rule, RuleAnswer, Severity, UnknownResult } from './model';
import { compareFindings, compareUnknown, mergeFindings, mergeUnknown } from './order';
import { settle } from './settling';

export type BySeverity = ReadonlyMap<Severity, readonly Finding[]>;

export interface Settled {
  /** Sorted by subject. */
  readonly findings: BySeverity;
  readonly unknown: readonly UnknownResult[];
}

/** Sorts findings by severity, each group in the order in which they came. */
export const bySeverity = (findings: readonly Finding[]): BySeverity => {
  const groups = new Map<Severity, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.severity);
    if (group === undefined) groups.set(finding.severity, [finding]);
    else group.push(finding);
  }
  return groups;
};

const compute = (rule: Rule, answer: RuleAnswer, settling: ReadonlySet<string>): Settled => {
  const { findings, unknown } = settle(rule, answer.result, settling);
  const merged = mergeFindings(findings).sort(compareFindings);
  return {
    findings: bySeverity(merged),
    unknown: mergeUnknown([...unknown].sort(compareUnknown), merged),
  };
};

interface Kept {
  readonly rule: Rule;
  readonly unknown: readonly UnknownResult[];
  readonly settling: ReadonlySet<string>;
  readonly settled: Settled;
}

const kept = new WeakMap<readonly Finding[], Kept>();

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a === b || (a.size === b.size && [...a].every((name) => b.has(name)));

const NOTHING: Settled = { findings: new Map(), unknown: [] };

/** `settling` are the names of nodes whose state is still catching up. */
export const settledAnswer = (
  rule: Rule,
  answer: RuleAnswer,
  settling: ReadonlySet<string>,
): Settled => {
  const { findings, unknown } = answer.result;
  if (findings.length === 0 && unknown.length === 0) return NOTHING;
  const known = kept.get(findings);
  const holds = known?.rule === rule && known.unknown === unknown;
  if (holds && isSame(known.settling, settling)) return known.settled;
  const settled = compute(rule, answer, settling);
  kept.set(findings, { rule, unknown, settling, settled });
  return settled;
};
