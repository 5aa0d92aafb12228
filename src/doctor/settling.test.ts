/** Settling: for how long, and for whom. */
import { NOW } from '../../dev/test/makeCluster';
import { workerState } from '../../dev/test/makeClusterHealthy';
import { nnce } from '../../dev/test/makeClusterPolicies';
import type { KubeObject } from '../cluster/kubeObject';
import { completeSnapshot } from '../cluster/snapshotOf';
import { formatText } from '../cluster/text';
import { buildGraph } from '../network/buildGraph';
import { runDoctor } from './runDoctor';
import { settlingNodes } from './settling';
import { healthyObjects } from './testing/healthyObjects';

const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();

const contextOf = (...objects: readonly KubeObject[]) => ({
  graph: buildGraph(completeSnapshot(healthyObjects(...objects))),
  now: NOW,
});

const changed = (seconds: number) => nnce('worker-1', 'br-vmdata', { at: ago(seconds) });

test('a node settles for 90 seconds after an enactment changed', () => {
  expect([...settlingNodes(contextOf(changed(89)))]).toEqual(['worker-1']);
  expect([...settlingNodes(contextOf(changed(90)))]).toEqual([]);
});

test('it has settled once its state was written after the change', () => {
  const fresh = workerState('worker-1', { updated: ago(20) });
  expect([...settlingNodes(contextOf(changed(30), fresh))]).toEqual([]);
});

test('it has not while the policy is being applied', () => {
  const applying = nnce('worker-1', 'br-vmdata', { at: ago(30), state: 'Progressing' });
  const fresh = workerState('worker-1', { updated: ago(20) });
  expect([...settlingNodes(contextOf(applying, fresh))]).toEqual(['worker-1']);
});

test('a fault on a settling node is unknown, later it is a fault', () => {
  const answerAfter = (seconds: number): string[] => {
    // Written shortly before the change: a state much older than it would be out of date.
    const unmapped = workerState('worker-1', { mappings: {}, updated: ago(seconds + 60) });
    const { findings, unknown } = runDoctor(contextOf(unmapped, changed(seconds)));
    const isOurs = ({ rule }: { readonly rule: string }): boolean => rule === 'NAD-006';
    return [
      ...findings.filter(isOurs).map(({ severity, subject }) => `${severity} ${subject}`),
      ...unknown.filter(isOurs).map(({ subject, reason }) => `${subject} ${formatText(reason)}`),
    ];
  };
  expect(answerAfter(10)).toEqual([
    'nad/ns1/vlan-100 Settling: a policy changed here less than 90 seconds ago',
  ]);
  expect(answerAfter(100)).toEqual(['warning nad/ns1/vlan-100']);
});
