/**
 * Small constructors with which a rule states its answer: `judge` walks the things a rule looks
 * at, each of which is either fine (undefined), a fault or unclear.
 */
import type { Text } from '../cluster/text';
import type { Finding, Quote, RuleResult, Severity, UnknownResult } from './model';

/** A fault before the engine knows what caused it. */
export interface Fault {
  readonly verdict: 'fault';
  readonly severity: Severity;
  readonly subject: string;
  readonly related: readonly string[];
  readonly message: Text;
  readonly symptom?: Text;
  readonly fix: Text;
  readonly quote?: Quote;
}

/** A thing that could not be judged. */
export interface Unclear {
  readonly verdict: 'unclear';
  readonly subject: string;
  readonly reason: Text;
}

export type Judgement = Fault | Unclear;
/** What a check may answer for one item; undefined is fine. */
export type Judgements = Judgement | readonly Judgement[] | undefined;

/** A fault; `related` may hold duplicates and the subject itself, both are dropped later. */
export const fault = (
  parts: Omit<Fault, 'verdict' | 'related'> & { readonly related?: readonly string[] },
): Fault => ({ verdict: 'fault', related: [], ...parts });

export const unclear = (subject: string, reason: Text): Unclear => ({
  verdict: 'unclear',
  subject,
  reason,
});

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const toFinding = (rule: string, parts: Fault): Finding => ({
  rule,
  severity: parts.severity,
  subject: parts.subject,
  related: [...new Set(parts.related)].filter((id) => id !== parts.subject).sort(compareText),
  causedBy: [],
  message: parts.message,
  ...(parts.symptom === undefined ? {} : { symptom: parts.symptom }),
  fix: parts.fix,
  ...(parts.quote === undefined ? {} : { quote: parts.quote }),
});

/**
 * Judges every item and sorts the answers into findings and unknowns.
 * `rule` is the rule's id; `decide` returns undefined for what is fine.
 */
export const judge = <T>(
  rule: string,
  items: Iterable<T>,
  decide: (item: T) => Judgements,
): RuleResult => {
  const findings: Finding[] = [];
  const unknown: UnknownResult[] = [];
  const add = (judgement: Judgement): void => {
    if (judgement.verdict === 'fault') findings.push(toFinding(rule, judgement));
    else unknown.push({ rule, subject: judgement.subject, reason: judgement.reason });
  };
  for (const item of items) {
    const answer = decide(item);
    if (answer === undefined) continue;
    if ('verdict' in answer) add(answer);
    else answer.forEach(add);
  }
  return { findings, unknown };
};

/** `judge` for a rule that looks at one thing: the cluster. */
export const judgeOnce = (rule: string, decide: () => Judgements): RuleResult =>
  judge(rule, [undefined], decide);
