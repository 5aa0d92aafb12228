/**
 * One page of documentation for each finding the doctor can make, made from its rule: the cause from the
 * paragraph that opens the rule's file, what one sees and the fix from what the rule says of the smallest
 * cluster with the fault, what it is a consequence of from the table of causes.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MODELS } from '../../src/cluster/models';
import { formatText } from '../../src/cluster/text';
import { CAUSE_TABLE } from '../../src/doctor/causeTable';
import type { Rule, Severity, Tier } from '../../src/doctor/model';
import { RULES } from '../../src/doctor/rules';
import { projectRoot } from '../tools/projectRoot';
import { outputOf } from '../tools/runProgram';

export interface FindingExample {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly symptom?: string;
  readonly fix: string;
}

const EVIDENCE: Readonly<Record<Tier, string>> = {
  S: 'what objects ask for (their specs), so also before anything runs',
  N: 'what the nodes report (NodeNetworkState, enactments)',
  R: 'what runs (running instances, node annotations)',
  E: 'events, which a cluster keeps for some hours only',
};

/** The paragraph that opens the rule's file, without the rule's id. */
function causeOf(id: string): string {
  const file = path.join(projectRoot, 'src/doctor/rules', `${id}.ts`);
  const [, comment] = /^\/\*\*([\s\S]*?)\*\//.exec(readFileSync(file, 'utf8')) ?? [];
  const prose = (comment ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*\*?\s?/, '').trim())
    .join(' ')
    .trim();
  const [, cause] = new RegExp(`^${id}:\\s*(.+)$`).exec(prose) ?? [];
  if (cause === undefined) throw new Error(`${file} does not open with "/** ${id}: its cause"`);
  return cause.charAt(0).toUpperCase() + cause.slice(1);
}

const unique = (lines: readonly string[]): readonly string[] => [...new Set(lines)];
const linkTo = (id: string): string => `[${id}](${id}.md)`;
const kindsOf = (keys: Rule['reads']): string =>
  unique(keys.map((key) => MODELS[key].kind)).join(', ');

/** Markdown would take these for markup. */
const plain = (text: string): string => text.replace(/[<>*_|]/g, (mark) => `\\${mark}`);

function consequences({ id }: Rule): string {
  const causes = unique(
    CAUSE_TABLE.filter(({ effect }) => effect === id).flatMap((line) => line.causes),
  );
  const effects = unique(
    CAUSE_TABLE.filter((line) => line.causes.includes(id)).map(({ effect }) => effect),
  );
  const lines = [
    causes.length > 0
      ? `Can be a consequence of ${causes.map(linkTo).join(', ')}: then that one is the headline.`
      : '',
    effects.length > 0
      ? `Can bring about ${effects.map(linkTo).join(', ')}, which then fold under it.`
      : '',
  ].filter((line) => line !== '');
  return lines.length === 0 ? '' : `\n## Together with others\n\n${lines.join('\n\n')}\n`;
}

function page(rule: Rule, examples: readonly FindingExample[]): string {
  const { id, title, severity, tier, reads, consults = [], source } = rule;
  const messages = unique(
    examples.map((example) => `- ${example.severity}: ${plain(example.message)}`),
  );
  const symptoms = unique(
    examples.flatMap(({ symptom }) => (symptom === undefined ? [] : [plain(symptom)])),
  );
  const fixes = unique(examples.map(({ fix }) => plain(fix)));
  const alsoReads = kindsOf(consults.filter((key) => !reads.includes(key)));
  return `<!-- Made from src/doctor/rules/${id}.ts by "npm run generate". -->
# ${id}: ${plain(formatText(title))}

Up to **${severity}**. Judged by ${EVIDENCE[tier]}.

## Cause

${plain(causeOf(id))}

## What you see

${symptoms.join('\n\n')}${symptoms.length > 0 ? '\n\n' : ''}The Problems tab says, for example:

${messages.join('\n')}

## Fix

${fixes.join('\n\n')}
${consequences(rule)}
## When it is unknown

It is read from ${kindsOf(reads)}. When one of them cannot be read, or has not been reported, the answer is
"unknown" and never "ok".${alsoReads === '' ? '' : ` ${alsoReads} sharpen the answer.`}

## Source

${plain(source)}
`;
}

function index(): string {
  const rows = RULES.map(
    ({ id, title, severity }) => `| ${linkTo(id)} | ${severity} | ${plain(formatText(title))} |`,
  );
  return `<!-- Made from src/doctor/rules.ts by "npm run generate". -->
# What each finding means

The Problems tab and \`inspect\` name findings by these ids. The severity is the highest that the finding can
have. One fault gives one headline; its consequences fold under it.

| finding | up to | what it says |
|---|---|---|
${rows.join('\n')}
`;
}

/**
 * The files of docs/findings/, name to text.
 * @throws when a rule has no example or does not say its cause
 */
export async function findingPages(): Promise<ReadonlyMap<string, string>> {
  const tsx = path.join(projectRoot, 'node_modules/.bin/tsx');
  const printed = await outputOf(tsx, [path.join(projectRoot, 'shipping/docs/printExamples.ts')]);
  const examples = new Map<string, FindingExample[]>(RULES.map(({ id }) => [id, []]));
  for (const example of JSON.parse(printed) as readonly FindingExample[]) {
    examples.get(example.rule)?.push(example);
  }
  const pages = RULES.map((rule): [string, string] => {
    const own = examples.get(rule.id) ?? [];
    if (own.length === 0) throw new Error(`${rule.id} has no case that shows its fault`);
    return [`${rule.id}.md`, page(rule, own)];
  });
  return new Map([['README.md', index()], ...pages]);
}
