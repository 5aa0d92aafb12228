/**
 * Findings as a person wants them: a consequence under its cause, and the same finding on many
 * things once. Nothing is lost, only folded; the JSON has each by itself.
 */
import type { Finding, Severity } from '../../src/doctor/model';

export const SEVERITIES: readonly Severity[] = ['critical', 'error', 'warning', 'info'];

export interface FindingGroup {
  /** The worst of the findings and their consequences: a cause is as bad as what it leads to. */
  readonly severity: Severity;
  readonly rule: string;
  /** Equal but for names and values; never empty. */
  readonly findings: readonly Finding[];
  /** What follows from any of them, direct or not, in the doctor's order. */
  readonly consequences: readonly Finding[];
}

const keyOf = (rule: string, subject: string): string => `${rule} ${subject}`;

/** The cause a finding is shown under: the first one that is among the findings shown. */
const causeOf = (finding: Finding, shown: ReadonlyMap<string, Finding>): Finding | undefined => {
  for (const cause of finding.causedBy) {
    const found = shown.get(keyOf(cause.rule, cause.subject));
    if (found !== undefined && found !== finding) return found;
  }
  return undefined;
};

/** The end of the chain of causes; of findings that cause each other, the one told first. */
const rootOf = (
  finding: Finding,
  shown: ReadonlyMap<string, Finding>,
  order: ReadonlyMap<Finding, number>,
): Finding => {
  const chain = [finding];
  const passed = new Set(chain);
  let next = causeOf(finding, shown);
  while (next !== undefined && !passed.has(next)) {
    chain.push(next);
    passed.add(next);
    next = causeOf(next, shown);
  }
  if (next === undefined) return chain[chain.length - 1] ?? finding;
  const circle = chain.slice(chain.indexOf(next));
  return circle.reduce((a, b) => ((order.get(a) ?? 0) <= (order.get(b) ?? 0) ? a : b));
};

const worst = (findings: readonly Finding[]): Severity => {
  const found = new Set(findings.map((finding) => finding.severity));
  return SEVERITIES.find((severity) => found.has(severity)) ?? 'info';
};

/** Takes findings in the doctor's order and keeps that order. Linear but for chains of causes. */
export const groupFindings = (findings: readonly Finding[]): readonly FindingGroup[] => {
  const shown = new Map(findings.map((item) => [keyOf(item.rule, item.subject), item]));
  const order = new Map(findings.map((item, index) => [item, index]));
  const groups = new Map<string, { findings: Finding[]; consequences: Finding[] }>();
  const groupOf = (root: Finding) => {
    const key = `${root.severity} ${root.rule} ${root.message.template} ${root.fix.template}`;
    const group = groups.get(key) ?? { findings: [], consequences: [] };
    groups.set(key, group);
    return group;
  };
  for (const finding of findings) {
    const root = rootOf(finding, shown, order);
    if (root === finding) groupOf(root).findings.push(finding);
    else groupOf(root).consequences.push(finding);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group.findings;
    if (first === undefined) return [];
    return [{ severity: worst([first, ...group.consequences]), rule: first.rule, ...group }];
  });
};
