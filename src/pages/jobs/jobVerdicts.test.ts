/** What the page says of each VM after a job is read from the cluster anew, hop by hop. */
import { snapshot, withObjects } from '../../../dev/test/makeCluster';
import { healthyCluster, workerState } from '../../../dev/test/makeClusterHealthy';
import type { KubeObject } from '../../cluster/kubeObject';
import { formatText, text } from '../../cluster/text';
import { newJob, withStep } from '../../job/jobState';
import type { JobPhase, StepStatus } from '../../job/jobState';
import { buildGraph } from '../../network/buildGraph';
import type { Inverse, Step } from '../../plan/model';
import { jobVerdicts } from './jobVerdicts';

const REF = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', namespace: 'ns1', name: 'web' };
const ID = 'VirtualMachine/ns1/web';
const NONE = { type: 'none' } as const;

const attached = (nic = 'net1'): Inverse => ({ type: 'detachNic', ref: REF, nic, wait: NONE });
const detached: Inverse = {
  type: 'attachNic',
  ref: REF,
  nic: 'net1',
  vmInterface: {},
  network: {},
  wait: NONE,
};

interface Case {
  readonly inverse?: Inverse;
  readonly phase?: JobPhase;
  readonly status?: StepStatus;
  readonly objects?: readonly KubeObject[];
}

const verdictOf = ({
  inverse = attached(),
  phase = 'succeeded',
  status = 'done',
  ...more
}: Case) => {
  const step: Step = {
    id: ID,
    ref: REF,
    purpose: text('Adds a NIC.'),
    write: { type: 'patch', operations: [], before: {}, after: {} },
    wait: NONE,
    inverse,
    nodes: [],
  };
  const job = withStep(newJob({ jobId: 'job-1', steps: [step], reused: [] }, 0), ID, { status });
  const graph = buildGraph(snapshot(more.objects ?? healthyCluster()));
  return jobVerdicts({ ...job, phase }, graph).get(ID);
};

test('a path that works is ok, and can be looked at', () => {
  expect(verdictOf({})).toEqual({ state: 'ok', vnic: 'vnic/ns1/web/net1' });
});

test('a hop that is missing is told, though every step took effect', () => {
  const objects = withObjects(healthyCluster(), workerState('worker-0', { mappings: {} }));
  const verdict = verdictOf({ objects });
  expect(verdict).toMatchObject({ state: 'broken', vnic: 'vnic/ns1/web/net1' });
  expect(formatText(verdict?.reason ?? text(''))).toContain('vmdata');
});

test('a NIC that the cluster does not show yet is unknown, and never ok', () => {
  expect(verdictOf({ inverse: attached('net9') })).toMatchObject({ state: 'unknown' });
});

test('of a NIC that was taken away only one that is still there is told', () => {
  expect(verdictOf({ inverse: detached })).toMatchObject({ state: 'unknown' });
  const objects = healthyCluster().filter(({ metadata }) => metadata?.name !== 'web');
  expect(verdictOf({ inverse: detached, objects })).toBeUndefined();
});

test.each<[string, Case]>([
  ['a step that failed', { status: 'failed', phase: 'failed' }],
  ['a job that is taken back', { phase: 'undone' }],
])('%s has no verdict', (_what, given) => {
  expect(verdictOf(given)).toBeUndefined();
});
