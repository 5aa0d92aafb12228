/** Cause linking: what shares what, and that nothing can cause itself. */
import { completeSnapshot, emptySnapshot } from '../cluster/snapshotOf';
import { text } from '../cluster/text';
import { buildGraph } from '../network/buildGraph';
import { nncp } from '../../dev/test/makeClusterPolicies';
import { linkCauses } from './causes';
import { CAUSE_TABLE } from './causeTable';
import type { Finding } from './model';
import { RULES } from './rules';
import { bySeverity } from './settledAnswer';
import { healthyObjects } from './testing/healthyObjects';

const finding = (rule: string, subject: string, ...related: string[]): Finding => ({
  rule,
  severity: 'error',
  subject,
  related,
  causedBy: [],
  message: text('something'),
  fix: text('mend it'),
});

const EMPTY = buildGraph(emptySnapshot());

/** Each rule's answer as the engine hands it on. */
const settledOf = (findings: readonly Finding[]) =>
  new Map(
    [...new Set(findings.map(({ rule }) => rule))].map((rule) => {
      const own = findings.filter((one) => one.rule === rule);
      return [rule, { findings: bySeverity(own), unknown: [] }] as const;
    }),
  );

const namesOf = (linked: ReturnType<typeof linkCauses>): string[] =>
  linked
    .flatMap((bySeverities) => [...bySeverities.values()].flat())
    .flatMap(({ rule, causedBy }) =>
      causedBy.map((cause) => `${rule} <- ${cause.rule} ${cause.subject}`),
    );

const causesIn = (graph: typeof EMPTY, ...findings: Finding[]): string[] =>
  namesOf(linkCauses(graph, settledOf(findings)));

test('the table names rules that exist', () => {
  const ids = new Set(RULES.map((rule) => rule.id));
  for (const { effect, causes } of CAUSE_TABLE) {
    for (const id of [effect, ...causes]) expect(ids).toContain(id);
  }
});

test('the table has no cycle', () => {
  const next = new Map<string, Set<string>>();
  for (const { effect, causes } of CAUSE_TABLE) {
    next.set(effect, new Set([...(next.get(effect) ?? []), ...causes]));
  }
  const reaches = (from: string, seen: Set<string>): boolean => {
    for (const id of next.get(from) ?? []) {
      if (seen.has(id) || reaches(id, new Set([...seen, id]))) return true;
    }
    return false;
  };
  for (const effect of next.keys())
    expect([effect, reaches(effect, new Set([effect]))]).toEqual([effect, false]);
});

test('a refused NAD is the consequence of its own fault, not of another NAD’s', () => {
  const answer = causesIn(
    EMPTY,
    finding('NAD-014', 'nad/ns1/a'),
    finding('NAD-003', 'nad/ns1/a'),
    finding('NAD-003', 'nad/ns2/a'),
  );
  expect(answer).toEqual(['NAD-014 <- NAD-003 nad/ns1/a']);
});

test('a fault that concerns the NAD from elsewhere counts too', () => {
  expect(
    causesIn(EMPTY, finding('NAD-014', 'nad/ns1/a'), finding('NAD-008', 'network/a', 'nad/ns1/a')),
  ).toEqual(['NAD-014 <- NAD-008 network/a']);
});

test('a failed policy causes what it was to make, on its own nodes only', () => {
  const objects = healthyObjects(nncp('other', { mappings: { lan: 'br-vmdata' } }));
  const graph = buildGraph(completeSnapshot(objects));
  expect(
    causesIn(
      graph,
      finding('NNCP-001', 'policy/other'),
      finding('NAD-005', 'nad/ns1/a', 'mapping/worker-1/lan'),
      finding('NAD-005', 'nad/ns1/b', 'mapping/master-0/lan'),
      finding('NAD-004', 'nad/ns1/c', 'localnet/lan'),
    ),
  ).toEqual(['NAD-005 <- NNCP-001 policy/other', 'NAD-004 <- NNCP-001 policy/other']);
});

test('causes come in one order, however the findings came', () => {
  const effect = finding('NAD-014', 'nad/ns1/a');
  const causes = ['NAD-011', 'NAD-003', 'NAD-010'].map((rule) => finding(rule, 'nad/ns1/a'));
  const answers = [causes, [...causes].reverse()].map((list) => causesIn(EMPTY, effect, ...list));
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toHaveLength(3);
});

test.each<[string, Finding, Finding]>([
  [
    'a VM that no node can run follows from the bridge that a mapping of its node lacks',
    finding('VM-014', 'vm/ns1/web', 'vnic/ns1/web/net1'),
    finding('NODE-002', 'mapping/worker-1/lan', 'vnic/ns1/web/net1'),
  ],
  [
    'what an old state does not show follows from its being old',
    finding('NNCP-016', 'policy/lan', 'node/worker-1'),
    finding('NODE-001', 'node/worker-1'),
  ],
  [
    'masquerade on a primary network is told once',
    finding('VM-003', 'vnic/ns1/web/default'),
    finding('CUDN-010', 'udn/ns1/own', 'vnic/ns1/web/default'),
  ],
])('%s', (_, effect, cause) => {
  expect(causesIn(EMPTY, effect, cause)).toEqual([
    `${effect.rule} <- ${cause.rule} ${cause.subject}`,
  ]);
});
