/**
 * Findings as headlines with their consequences below: one fault, one headline.
 */
import { formatText } from '../../cluster/text';
import type { Finding } from '../../doctor/model';

export interface Problem {
  readonly finding: Finding;
  readonly consequences: readonly Finding[];
}

const keyOf = (cause: { readonly rule: string; readonly subject: string }): string =>
  `${cause.rule} ${cause.subject}`;

/** Follows causes to the top; a cause that is not among the findings ends the walk. */
const rootOf = (finding: Finding, byKey: ReadonlyMap<string, Finding>): Finding => {
  const seen = new Set<Finding>();
  let current = finding;
  while (!seen.has(current)) {
    seen.add(current);
    const [cause] = current.causedBy.flatMap((entry) => byKey.get(keyOf(entry)) ?? []);
    if (cause === undefined) return current;
    current = cause;
  }
  return finding;
};

/** Headlines in the order of the findings, which is by severity. */
export const problemTree = (findings: readonly Finding[]): readonly Problem[] => {
  const byKey = new Map(findings.map((finding) => [keyOf(finding), finding]));
  const consequences = new Map<Finding, Finding[]>();
  for (const finding of findings) {
    const root = rootOf(finding, byKey);
    const list = consequences.get(root) ?? [];
    if (root !== finding) list.push(finding);
    consequences.set(root, list);
  }
  return [...consequences].map(([finding, list]) => ({ finding, consequences: list }));
};

/** One problem as Markdown, for a ticket. English, as tickets quote names and messages. */
export const problemMarkdown = ({ finding, consequences }: Problem): string =>
  [
    `### ${finding.rule} ${finding.severity}: ${formatText(finding.message)}`,
    '',
    `- Subject: \`${finding.subject}\``,
    ...(finding.related.length === 0
      ? []
      : [`- Related: ${finding.related.map((id) => `\`${id}\``).join(', ')}`]),
    ...(finding.symptom === undefined ? [] : [`- Seen: ${formatText(finding.symptom)}`]),
    `- Fix: ${formatText(finding.fix)}`,
    ...consequences.map(
      (consequence) =>
        `- Consequence ${consequence.rule} \`${consequence.subject}\`: ${formatText(consequence.message)}`,
    ),
    '',
  ].join('\n');
