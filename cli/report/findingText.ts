/** Findings and what is not known, as text. */
import { formatText } from '../../src/cluster/text';
import type { Finding, UnknownResult } from '../../src/doctor/model';
import { groupFindings, SEVERITIES } from './findingGroups';
import type { FindingGroup } from './findingGroups';
import { count, some, wrap } from './layout';

/** Of equal findings this many are told in full. */
const IN_FULL = 3;
const MAX_SUBJECTS = 8;
const MAX_CONSEQUENCES = 5;

const consequenceLines = (group: FindingGroup): readonly string[] => {
  const shown = group.consequences.slice(0, MAX_CONSEQUENCES);
  const rest = group.consequences.length - shown.length;
  return [
    ...shown.map((item) =>
      wrap(
        `leads to ${item.rule} (${item.severity}) ${item.subject}: ${formatText(item.message)}`,
        '      ',
      ),
    ),
    ...(rest > 0 ? [`      and to ${rest} more`] : []),
  ];
};

/** Said only of a finding that stands among worse ones because of what it leads to. */
const ownSeverity = (finding: Finding, group: FindingGroup): string =>
  finding.severity === group.severity ? '' : `  (${finding.severity})`;

const groupLines = (group: FindingGroup): readonly string[] => {
  const shown = group.findings.slice(0, IN_FULL);
  const rest = group.findings.slice(IN_FULL).map((finding) => finding.subject);
  const likewise =
    rest.length === 0 ? '' : wrap(`the same on ${some(rest, MAX_SUBJECTS)}`, '      ');
  const fixes = shown.map((finding) => wrap(`Fix: ${formatText(finding.fix)}`, '      '));
  return [
    ...shown.flatMap((finding, at) => [
      `  ${group.rule}  ${finding.subject}${ownSeverity(finding, group)}`,
      wrap(formatText(finding.message), '      '),
      at === shown.length - 1 ? likewise : '',
      // Once for all that it mends: what mends one may name things of no concern to the next.
      fixes[at] === fixes[at + 1] ? '' : (fixes[at] ?? ''),
    ]),
    ...consequenceLines(group),
  ].filter((line) => line !== '');
};

/** How many of each severity, worst first; `none` when there is nothing. */
export const severityCounts = (findings: readonly Finding[]): string => {
  const parts = SEVERITIES.flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [`${number} ${severity}`];
  });
  return parts.length === 0 ? 'none' : parts.join(', ');
};

/** Takes findings in the doctor's order; a block per severity. */
export const findingText = (findings: readonly Finding[]): string => {
  const groups = groupFindings(findings);
  return SEVERITIES.flatMap((severity) => {
    const ofSeverity = groups.filter((group) => group.severity === severity);
    if (ofSeverity.length === 0) return [];
    return [`\n${severity.toUpperCase()}`, ...ofSeverity.flatMap(groupLines)];
  }).join('\n');
};

const MAX_REASONS = 20;

/** What could not be judged, and why: one line per reason. */
export const unknownText = (unknown: readonly UnknownResult[]): string => {
  const byReason = new Map<string, UnknownResult[]>();
  for (const result of unknown) {
    const reason = formatText(result.reason);
    const results = byReason.get(reason) ?? [];
    results.push(result);
    byReason.set(reason, results);
  }
  const lines = [...byReason].slice(0, MAX_REASONS).map(([reason, results]) => {
    const rules = [...new Set(results.map((result) => result.rule))];
    const subjects = [...new Set(results.map((result) => result.subject))];
    const named = subjects.length === 1 && subjects[0] === 'cluster' ? [] : subjects;
    const on = named.length === 0 ? '' : ` on ${some(named, MAX_SUBJECTS)}`;
    return wrap(`${reason} (${some(rules, 12)}${on})`, '  ');
  });
  const rest = byReason.size - MAX_REASONS;
  return [...lines, ...(rest > 0 ? [`  and ${count(rest, 'more reason')}`] : [])].join('\n');
};
