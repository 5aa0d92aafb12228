/**
 * Two faults in a healthy generated cluster: both are found, at the right subjects, and nothing
 * else is said at error level that is not their consequence.
 */
import fc from 'fast-check';
import { generateCluster } from '../../dev/scenarios/generateCluster';
import { newestTimestamp } from '../cluster/newestTimestamp';
import { completeSnapshot } from '../cluster/snapshotOf';
import type { KubeObject } from '../cluster/kubeObject';
import { buildGraph } from '../network/buildGraph';
import { propertyRuns } from '../network/testing/propertyRuns';
import { runDoctor } from './runDoctor';
import type { Fault } from './testing/faults';
import { FAULTS } from './testing/faults';

const clusterOf = (seed: number): readonly KubeObject[] =>
  generateCluster({
    seed,
    nodes: 8,
    nicsPerNode: 3,
    vms: 12,
    networks: 4,
    cudns: 2,
    nads: 8,
    namespaces: 4,
  }).map((object) => ({ ...object, metadata: { ...object.metadata } }));

const nowIn = (objects: readonly KubeObject[]): number =>
  Date.parse(objects.reduce((newest, object) => newestTimestamp(object, newest), '')) + 600_000;

const graveIn = (objects: readonly KubeObject[]) =>
  runDoctor({
    graph: buildGraph(completeSnapshot(objects)),
    now: nowIn(objects),
  }).findings.filter(({ severity }) => severity === 'critical' || severity === 'error');

/** Findings of a cluster with the faults: those found, and those nobody asked for. */
const outcome = (seed: number, faults: readonly (readonly [Fault, string])[]) => {
  const objects = faults.reduce(
    (cluster, [fault, worker]) => fault.inject(cluster, worker),
    clusterOf(seed),
  );
  const wanted = new Set(faults.map(([fault, worker]) => `${fault.rule} ${fault.subject(worker)}`));
  const also = new Set(faults.flatMap(([fault]) => fault.also ?? []));
  const findings = graveIn(objects);
  const found = findings.map(({ rule, subject }) => `${rule} ${subject}`);
  return {
    missing: [...wanted].filter((id) => !found.includes(id)),
    surplus: findings
      .filter(({ rule, causedBy }) => causedBy.length === 0 && !also.has(rule))
      .map(({ rule, subject }) => `${rule} ${subject}`)
      .filter((id) => !wanted.has(id)),
  };
};

test('a generated cluster is healthy', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1000 }), (seed) => {
      expect(graveIn(clusterOf(seed))).toEqual([]);
    }),
    { numRuns: 5 },
  );
});

test.each(FAULTS)('finds: $name', (fault) => {
  expect(outcome(1, [[fault, 'worker-001']])).toEqual({ missing: [], surplus: [] });
});

test('finds two faults at once, and only those', () => {
  const worker = fc.constantFrom('worker-000', 'worker-001', 'worker-003');
  const pair = fc.uniqueArray(fc.constantFrom(...FAULTS), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(fc.nat({ max: 1000 }), pair, worker, worker, (seed, faults, a, b) => {
      const placed = faults.map((fault, index) => [fault, index === 0 ? a : b] as const);
      expect(outcome(seed, placed)).toEqual({ missing: [], surplus: [] });
    }),
    propertyRuns(40),
  );
});
