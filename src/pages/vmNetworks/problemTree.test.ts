import { text } from '../../cluster/text';
import type { Cause, Finding, Severity } from '../../doctor/model';
import { filterProblems, problemMarkdown, problemTree } from './problemTree';

const finding = (
  rule: string,
  subject: string,
  causedBy: readonly Cause[] = [],
  severity: Severity = 'error',
): Finding => ({
  rule,
  severity,
  subject,
  related: ['bridge/w0/br1'],
  causedBy,
  message: text('{{name}} is broken', { name: subject }),
  symptom: text('no traffic'),
  fix: text('mend it'),
});

const ROOT = finding('NNCP-011', 'policy/p');
const CHILD = finding('NODE-002', 'mapping/w0/l', [ROOT], 'warning');
const GRANDCHILD = finding('VM-010', 'vnic/ns/vm/net1', [CHILD]);
const OTHER = finding('NAD-003', 'nad/ns/x', [{ rule: 'gone', subject: 'gone' }]);

test('one fault is one headline; its consequences fold under it, at any depth', () => {
  const tree = problemTree([ROOT, CHILD, GRANDCHILD, OTHER]);
  expect(tree).toEqual([
    { finding: ROOT, consequences: [CHILD, GRANDCHILD] },
    { finding: OTHER, consequences: [] },
  ]);
});

test('causes that run in a circle lose no finding', () => {
  const a = finding('A', 'a', [{ rule: 'B', subject: 'b' }]);
  const b = finding('B', 'b', [{ rule: 'A', subject: 'a' }]);
  const tree = problemTree([a, b]);
  expect(tree.flatMap((problem) => [problem.finding, ...problem.consequences])).toHaveLength(2);
});

test.each<[string, Severity[], number]>([
  ['', [], 2],
  ['nad-003', [], 1],
  ['NS/VM', [], 1],
  ['', ['warning'], 1],
  ['', ['critical'], 0],
  ['br1 broken', ['error'], 2],
  ['br1 elsewhere', [], 0],
])('filter %j of severities %j leaves %d headlines', (words, severities, count) => {
  const tree = problemTree([ROOT, CHILD, GRANDCHILD, OTHER]);
  expect(filterProblems(tree, { words, severities: new Set(severities) })).toHaveLength(count);
});

test('a ticket names rule, subject, what is concerned, fix and consequences', () => {
  const [problem] = problemTree([ROOT, CHILD]);
  if (problem === undefined) throw new Error('no problem');
  const markdown = problemMarkdown(problem);
  for (const part of ['NNCP-011', '`policy/p`', '`bridge/w0/br1`', 'mend it', 'NODE-002']) {
    expect(markdown).toContain(part);
  }
});
