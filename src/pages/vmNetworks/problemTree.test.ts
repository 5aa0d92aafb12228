import { text } from '../../cluster/text';
import type { Cause, Finding, Severity } from '../../doctor/model';
import { completeSnapshot } from '../../cluster/snapshotOf';
import { buildGraph } from '../../network/buildGraph';
import { foldProblems } from './foldProblems';
import { groupProblems } from './groupProblems';
import { filterOf, filterProblems, paramsOf } from './problemFilter';
import { problemMarkdown, problemTree } from './problemTree';

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

const GRAPH = buildGraph(completeSnapshot([]));

test.each([
  ['', 2],
  ['q=nad-003', 1],
  ['q=NS/VM', 1],
  ['severity=warning', 1],
  ['severity=critical', 0],
  ['severity=warning,error', 2],
  ['q=br1+broken&severity=error', 2],
  ['q=br1+elsewhere', 0],
  ['rule=NAD-003', 1],
  ['rule=NODE-002', 1],
  ['project=ns', 2],
  ['project=ns&rule=VM-010', 1],
  ['node=w0', 2],
  ['node=w1', 0],
  ['network=x', 0],
])('of the address ?%s %d headlines are shown', (query, count) => {
  const tree = problemTree([ROOT, CHILD, GRANDCHILD, OTHER]);
  const filter = filterOf(new URLSearchParams(query));
  expect(filterProblems(GRAPH, tree, filter)).toHaveLength(count);
});

test('an address keeps what is not the filter of the list', () => {
  const params = new URLSearchParams('open=x&severity=info,nonsense&node=w0');
  expect(paramsOf(filterOf(params), params).toString()).toBe('open=x&severity=info&node=w0');
});

test('the same on several nodes is one row, and what differs in more is not', () => {
  const on = (node: string, nic: string): Finding => ({
    ...finding('NODE-005', `nic/${node}/${nic}`),
    message: text('{{nic}} of {{node}} is down', { nic, node }),
  });
  const rows = foldProblems(
    problemTree([on('w0', 'ens1'), on('w1', 'ens1'), on('w2', 'ens2'), ROOT]),
  );
  expect(rows.map(({ first, others }) => [first.finding.subject, others.length])).toEqual([
    ['nic/w0/ens1', 1],
    ['nic/w2/ens2', 0],
    ['policy/p', 0],
  ]);
});

test('a ticket names rule, subject, what is concerned, fix and consequences', () => {
  const [problem] = problemTree([ROOT, CHILD]);
  if (problem === undefined) throw new Error('no problem');
  const markdown = problemMarkdown(problem);
  for (const part of ['NNCP-011', '`policy/p`', '`bridge/w0/br1`', 'mend it', 'NODE-002']) {
    expect(markdown).toContain(part);
  }
});

test('many rows of one rule and severity are one group where the first stood; few stay rows', () => {
  const many = Array.from({ length: 6 }, (_, index) => finding('NAD-025', `nad/ns/${index}`));
  const few = Array.from({ length: 5 }, (_, index) => finding('NAD-024', `nad/ns/${index}`));
  const mild = finding('NAD-025', 'nad/ns/mild', [], 'info');
  const rows = foldProblems(problemTree([few[0] ?? OTHER, ...many, ...few.slice(1), mild]));
  const sizes = groupProblems(rows, 'by rule').map((group) => [group.rule, group.rows.length]);
  expect(sizes).toEqual([
    ['NAD-024', 1],
    ['NAD-025', 6],
    ...few.slice(1).map(() => ['NAD-024', 1]),
    ['NAD-025', 1],
  ]);
  expect(groupProblems(rows, 'each')).toHaveLength(12);
});
