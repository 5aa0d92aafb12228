/** The engine: order, merging, silence about what it cannot see, and rules that fail. */
import fc from 'fast-check';
import { NOW } from '../../dev/test/makeCluster';
import { completeSnapshot, emptySnapshot, snapshotOf } from '../cluster/snapshotOf';
import { KIND_KEYS, MODELS } from '../cluster/models';
import type { KindKey, Snapshot } from '../cluster/snapshot';
import { formatText, text } from '../cluster/text';
import { buildGraph } from '../network/buildGraph';
import type { NodeView } from '../network/networkGraph';
import { updateDoctor } from './incremental';
import { judgeOnce, unclear } from './finding';
import type { Judgement } from './finding';
import { judgeEach } from './judgeEach';
import type { Diagnosis, Finding, Rule } from './model';
import { hasPassed } from './ruleRun';
import { runDoctor } from './runDoctor';
import { RULES } from './rules';
import { healthyObjects } from './testing/healthyObjects';
import { vlanNad } from './testing/vlanNad';
import { NODES } from './walk';

const graphOf = (snapshot: Snapshot) => buildGraph(snapshot);
const healthy = () => completeSnapshot(healthyObjects());

const finding = (rule: string, severity: Finding['severity'], subject: string): Finding => ({
  rule,
  severity,
  subject,
  related: [],
  causedBy: [],
  message: text('something'),
  fix: text('mend it'),
});

const ruleOf = (id: string, check: Rule['check'], reads: readonly KindKey[] = []): Rule => ({
  id,
  title: text('a rule'),
  severity: 'error',
  tier: 'S',
  reads,
  source: 'test',
  check,
});

const found = (...findings: Finding[]) => ({ findings, unknown: [] });

test('a healthy cluster has no finding and nothing unknown', () => {
  const { findings, unknown, rules } = runDoctor({ graph: graphOf(healthy()), now: NOW });
  expect(findings.map((f) => `${f.rule} ${formatText(f.message)}`)).toEqual([]);
  expect(unknown.map((u) => `${u.rule} ${formatText(u.reason)}`)).toEqual([]);
  expect(new Set(rules.values())).toEqual(new Set(['ok']));
});

test('of a cluster nobody knows nothing is ok, and nothing is wrong', () => {
  const { findings, rules } = runDoctor({ graph: graphOf(emptySnapshot()), now: NOW });
  expect(findings.map((f) => f.rule)).toEqual(['CL-006']);
  const ok = [...rules].filter(([, status]) => status === 'ok').map(([id]) => id);
  expect(ok).toEqual([]);
});

test('findings are ordered by severity, rule, subject and merged per rule and subject', () => {
  const rules = [
    ruleOf('X-2', () => found(finding('X-2', 'warning', 'b'), finding('X-2', 'error', 'a'))),
    ruleOf('X-1', () => found(finding('X-1', 'warning', 'z'), finding('X-1', 'error', 'z'))),
  ];
  const { findings } = runDoctor({ graph: graphOf(emptySnapshot()), now: NOW }, rules);
  expect(findings.map((f) => `${f.severity} ${f.rule} ${f.subject}`)).toEqual([
    'error X-1 z',
    'error X-2 a',
    'warning X-2 b',
  ]);
});

test('a rule that throws is unknown with its words, and the others run', () => {
  const rules = [
    ruleOf('X-1', () => {
      throw new Error('no such thing');
    }),
    ruleOf('X-2', () => found(finding('X-2', 'error', 'a'))),
  ];
  const {
    findings,
    unknown,
    rules: status,
  } = runDoctor({ graph: graphOf(emptySnapshot()), now: NOW }, rules);
  expect(findings.map((f) => f.rule)).toEqual(['X-2']);
  expect(unknown.map((u) => formatText(u.reason)).join()).toContain('no such thing');
  expect(status.get('X-1')).toBe('unknown');
});

test('a check that fails at one item does not end those that read the item beside it', () => {
  const perNode = (id: string, decide: (node: NodeView) => Judgement): Rule =>
    ruleOf(id, (context) => judgeEach(context, id, NODES, decide));
  const fault = (node: NodeView) => unclear(node.name, text('looked at'));
  const rules = [
    perNode('X-1', (node) => {
      if (node.name === 'worker-0') throw new Error('no such thing');
      return fault(node);
    }),
    perNode('X-2', fault),
  ];
  const { unknown } = runDoctor({ graph: graphOf(healthy()), now: NOW }, rules);
  const told = (id: string) => unknown.filter(({ rule }) => rule === id);
  expect(
    told('X-1')
      .map((u) => formatText(u.reason))
      .join(),
  ).toContain('no such thing');
  expect(told('X-2').map(({ subject }) => subject)).toEqual(['master-0', 'worker-0', 'worker-1']);
});

test.each(KIND_KEYS)('without the right to read %s, no rule that needs it is ok', (kind) => {
  const snapshot = { ...healthy(), [kind]: { state: 'forbidden', items: new Map() } };
  const { rules, unknown } = runDoctor({ graph: graphOf(snapshot), now: NOW });
  for (const rule of RULES) {
    if (rule.reads.includes(kind))
      expect([rule.id, rules.get(rule.id)]).toEqual([rule.id, 'unknown']);
  }
  for (const { reason } of unknown) expect(formatText(reason)).not.toBe('');
});

test('what is read in some namespaces only is judged there, and not called ok', () => {
  const all = completeSnapshot(healthyObjects(vlanNad('ns1/lan', { vlanID: '200' })));
  const nads = { ...all.nads, state: 'forbidden' as const, namespaces: ['ns1'] };
  const diagnosis = runDoctor({ graph: graphOf({ ...all, nads }), now: NOW });
  expect(diagnosis.findings.some((f) => f.rule === 'NAD-010')).toBe(true);
  expect(diagnosis.rules.get('NAD-001')).toBe('unknown');
});

const plain = ({ findings, unknown, rules }: Diagnosis) => ({ findings, unknown, rules });

test('a change re-runs what reads it and gives what a full run gives', () => {
  const old = graphOf(healthy());
  const before = runDoctor({ graph: old, now: NOW });
  const graph = graphOf(completeSnapshot(healthyObjects(vlanNad('ns2/lan', { mtu: 9000 }))));
  const after = updateDoctor(before, old, { graph, now: NOW });
  expect(plain(after)).toEqual(plain(runDoctor({ graph, now: NOW })));
  expect(after.findings.some((f) => f.rule === 'NAD-013')).toBe(true);
});

test('a change leaves the answers of other rules alone', () => {
  const graph = graphOf(healthy());
  let runs = 0;
  const counting = ruleOf(
    'X-1',
    () => {
      runs += 1;
      return found();
    },
    ['nads'],
  );
  const before = runDoctor({ graph, now: NOW }, [counting]);
  const { snapshot } = graph;
  const without = (kind: KindKey) =>
    graphOf({ ...snapshot, [kind]: { ...snapshot[kind], items: new Map() } });
  updateDoctor(before, graph, { graph: without('vms'), now: NOW }, [counting]);
  expect(runs).toBe(1);
  updateDoctor(before, graph, { graph: without('nads'), now: NOW }, [counting]);
  expect(runs).toBe(2);
});

test('never throws on whatever a cluster holds, and is deterministic', () => {
  const kinds = KIND_KEYS.map((key) => MODELS[key]);
  const object = fc
    .record({ kind: fc.constantFrom(...kinds), name: fc.constantFrom('a', 'b', 'br-ex') })
    .chain(({ kind, name }) =>
      fc
        .record({ spec: fc.jsonValue(), status: fc.jsonValue(), data: fc.jsonValue() })
        .map((body) => ({
          ...body,
          apiVersion: kind.apiGroup === '' ? kind.version : `${kind.apiGroup}/${kind.version}`,
          kind: kind.kind,
          metadata: { name, ...(kind.namespaced ? { namespace: 'ns1' } : {}) },
        })),
    );
  fc.assert(
    fc.property(fc.array(object, { maxLength: 12 }), (objects) => {
      const run = () => plain(runDoctor({ graph: graphOf(snapshotOf(objects)), now: NOW }));
      const diagnosis = run();
      expect(
        diagnosis.unknown.filter((u) => formatText(u.reason).includes('check itself')),
      ).toEqual([]);
      expect(run()).toEqual(diagnosis);
    }),
    { numRuns: 60 },
  );
});

/** Replaces one value somewhere inside an object by arbitrary JSON. */
const mutate = (value: unknown, path: readonly number[], put: unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return put;
  const entries = Object.entries(value);
  const at = entries[step % Math.max(1, entries.length)];
  if (at === undefined) return put;
  const changed = mutate(at[1], rest, put);
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === Number(at[0]) ? changed : item));
  return { ...value, [at[0]]: changed };
};

test('no check fails on a real object with one field spoilt', () => {
  const objects = healthyObjects();
  const spoil = fc.record({
    at: fc.nat({ max: objects.length - 1 }),
    path: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 8 }),
    put: fc.jsonValue({ maxDepth: 2 }),
  });
  fc.assert(
    fc.property(fc.array(spoil, { minLength: 1, maxLength: 4 }), (spoils) => {
      const spoilt: unknown[] = [...objects];
      for (const { at, path, put } of spoils) spoilt[at] = mutate(spoilt[at], path, put);
      const { unknown } = runDoctor({ graph: graphOf(completeSnapshot(spoilt)), now: NOW });
      expect(
        unknown.map((u) => formatText(u.reason)).filter((r) => r.includes('check itself')),
      ).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('a clock that was set back is read anew', () => {
  const due = NOW + 60_000;
  const clockRule = ruleOf('VM-012', (context) =>
    judgeEach(context, 'VM-012', NODES, (node) =>
      hasPassed(context, due) ? unclear(`node/${node.name}`, text('late')) : undefined,
    ),
  );
  const graph = graphOf(healthy());
  const late = runDoctor({ graph, now: due + 1 }, [clockRule]);
  expect(late.unknown).not.toEqual([]);
  expect(updateDoctor(late, graph, { graph, now: NOW }, [clockRule]).unknown).toEqual([]);
});

test('only a moment still to come makes an answer hang on the clock', () => {
  const graph = graphOf(healthy());
  const check = jest.fn<ReturnType<Rule['check']>, Parameters<Rule['check']>>((context) =>
    judgeOnce('VM-012', () =>
      hasPassed(context, NOW) ? undefined : unclear('cluster', text('too early')),
    ),
  );
  const rules = [ruleOf('VM-012', check)];
  const early = runDoctor({ graph, now: NOW }, rules);
  const passed = updateDoctor(early, graph, { graph, now: NOW + 1 }, rules);
  expect([early.unknown.length, passed.unknown.length]).toEqual([1, 0]);
  updateDoctor(passed, graph, { graph, now: NOW + 2 }, rules);
  expect(check).toHaveBeenCalledTimes(2);
});
