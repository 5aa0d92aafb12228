/** After any chain of changes the doctor says what a full run on the new cluster says. */
import fc from 'fast-check';
import { generateCluster } from '../../dev/scenarios/generateCluster';
import { nns, node, snapshot } from '../../dev/test/makeCluster';
import { ovnNad } from '../../dev/test/makeClusterPolicies';
import { vm, vmi } from '../../dev/test/makeClusterVms';
import type { KubeObject } from '../cluster/kubeObject';
import { metaKey } from '../cluster/meta';
import { newestTimestamp } from '../cluster/newestTimestamp';
import { readObject } from '../cluster/readObject';
import type { ListingState, Snapshot } from '../cluster/snapshot';
import { completeSnapshot } from '../cluster/snapshotOf';
import { buildGraph } from '../network/buildGraph';
import { updateGraph } from '../network/updateGraph';
import { updateDoctor } from './incremental';
import type { Diagnosis } from './model';
import { runDoctor } from './runDoctor';
import { FAULTS } from './testing/faults';

const objects: readonly KubeObject[] = generateCluster({
  seed: 7,
  nodes: 6,
  nicsPerNode: 3,
  vms: 10,
  networks: 4,
  cudns: 2,
  nads: 8,
  namespaces: 4,
}).map((object) => ({ ...object, metadata: { ...object.metadata } }));

const NOW =
  Date.parse(objects.reduce((newest, object) => newestTimestamp(object, newest), '')) + 600_000;

type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value with one leaf, found by the path, replaced or taken out. */
const spoil = (value: unknown, path: readonly number[], put: unknown): unknown => {
  const [step, ...rest] = path;
  if (Array.isArray(value)) {
    if (step === undefined || value.length === 0) return put;
    const at = step % value.length;
    if (rest.length === 0 && put === undefined) return value.filter((_item, i) => i !== at);
    return value.map((item: unknown, i) => (i === at ? spoil(item, rest, put) : item));
  }
  if (!isJson(value) || step === undefined) return put;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  return key === undefined ? put : { ...value, [key]: spoil(value[key], rest, put) };
};

/** What a watch makes of one object that changed (or, without `object`, went away). */
const applied = (snapshot: Snapshot, before: KubeObject, after?: KubeObject): Snapshot => {
  const old = readObject(before);
  if (old === undefined) return snapshot;
  const listing = snapshot[old.key];
  const items = new Map<string, unknown>(listing.items);
  items.delete(metaKey(old.record.meta));
  const now = after === undefined ? undefined : readObject(after);
  if (now?.key === old.key) items.set(metaKey(now.record.meta), now.record);
  return { ...snapshot, [old.key]: { ...listing, items } };
};

interface ObjectChange {
  readonly before: KubeObject;
  readonly after?: KubeObject;
}

/** A listing ends, is read anew, or may no longer be read. */
interface ListingChange {
  readonly kind: 'vms' | 'vmis' | 'nads' | 'nodeStates' | 'policies' | 'nodes';
  readonly state: ListingState;
  /** How many of its first objects are in it; the others come, or have gone, with the change. */
  readonly count: number;
}

type Change = ObjectChange | ListingChange;

const whole = completeSnapshot(objects);

const after = (snapshot: Snapshot, change: Change): Snapshot => {
  if (!('kind' in change)) return applied(snapshot, change.before, change.after);
  const { kind, state, count } = change;
  const items = new Map<string, unknown>([...whole[kind].items].slice(0, count));
  return { ...snapshot, [kind]: { ...snapshot[kind], state, items } };
};

const target = fc.constantFrom(...objects);

const spoilt: fc.Arbitrary<ObjectChange> = fc
  .record({
    before: target,
    part: fc.constantFrom('spec', 'status'),
    path: fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 9 }),
    put: fc.constantFrom<unknown>(undefined, 'down', 'absent', '', 9000, false, [], {}),
  })
  .map(({ before, part, path, put }) => ({
    before,
    after: { ...before, [part]: spoil(Reflect.get(before, part), path, put) },
  }));

const removed: fc.Arbitrary<ObjectChange> = target.map((before) => ({ before }));

const restored: fc.Arbitrary<ObjectChange> = target.map((before) => ({ before, after: before }));

/** Every object that a known fault adds or alters. */
const injected: fc.Arbitrary<readonly ObjectChange[]> = fc
  .record({
    fault: fc.constantFrom(...FAULTS),
    worker: fc.constantFrom('worker-000', 'worker-002'),
  })
  .map(({ fault, worker }) => {
    const known = new Set(objects);
    return fault
      .inject(objects, worker)
      .filter((object) => !known.has(object))
      .map((after) => ({ before: after, after }));
  });

const ALL = 1_000;

const listed: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom(...(['vms', 'vmis', 'nads', 'nodeStates', 'policies', 'nodes'] as const)),
  state: fc.constantFrom<ListingState>('complete', 'complete', 'loading', 'forbidden'),
  count: fc.constantFrom(0, 1, 3, ALL, ALL),
});

/** The VMs come last, all at once, whatever has or has not come in before. */
const lastListed: fc.Arbitrary<readonly Change[]> = fc.constant(
  (['vms', 'vmis'] as const).map((kind) => ({ kind, state: 'complete', count: ALL })),
);

const step: fc.Arbitrary<readonly Change[]> = fc.oneof(
  { weight: 3, arbitrary: listed.map((change) => [change]) },
  { weight: 1, arbitrary: lastListed },
  { weight: 3, arbitrary: spoilt.map((change) => [change]) },
  { weight: 1, arbitrary: removed.map((change) => [change]) },
  { weight: 1, arbitrary: restored.map((change) => [change]) },
  { weight: 3, arbitrary: injected },
);

const plain = ({ findings, unknown, rules }: Diagnosis) => ({ findings, unknown, rules });

test('changes one after the other give what a full run gives', () => {
  const start = buildGraph(whole);
  const healthy = runDoctor({ graph: start, now: NOW });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      let graph = start;
      let diagnosis = healthy;
      for (const changes of steps) {
        const snapshot = changes.reduce(after, graph.snapshot);
        const next = updateGraph(graph, snapshot);
        diagnosis = updateDoctor(diagnosis, graph, { graph: next, now: NOW });
        graph = next;
        const full = runDoctor({ graph: buildGraph(snapshot), now: NOW });
        expect(plain(diagnosis)).toEqual(plain(full));
      }
    }),
    { numRuns: 60 },
  );
});

/** What comes in last: instances on nodes that have said nothing, seen from before and after. */
const expectFullRun = (before: Snapshot, after: Snapshot): void => {
  const graph = buildGraph(before);
  const next = updateGraph(graph, after);
  const first = runDoctor({ graph, now: NOW });
  const diagnosis = updateDoctor(first, graph, { graph: next, now: NOW });
  expect(plain(diagnosis)).toEqual(plain(runDoctor({ graph: buildGraph(after), now: NOW })));
};

const NOTHING_LISTED = { state: 'loading', items: new Map() } as const;

test('a node without a state counts once a VM is seen on it', () => {
  const after = snapshot([
    nns('worker-0', { mappings: { data: 'br-data' } }),
    ovnNad('ns1/data', { config: { physicalNetworkName: 'data', vlanID: 100 } }),
    node('worker-0'),
    node('worker-1'),
    vm('ns1/web'),
    vmi('ns1/web', { node: 'worker-1' }),
  ]);
  expectFullRun({ ...after, vms: NOTHING_LISTED, vmis: NOTHING_LISTED }, after);
});

test('a node that only an instance names counts once the instance is seen', () => {
  const whole = snapshot([
    nns('worker-0'),
    ovnNad('ns1/data', { config: { topology: 'localnet', physicalNetworkName: 'data' } }),
    vmi('ns1/web', { node: 'worker-1' }),
  ]);
  const after = { ...whole, nodes: { ...whole.nodes, state: 'forbidden' as const } };
  expectFullRun({ ...after, vms: NOTHING_LISTED, vmis: NOTHING_LISTED }, after);
});
