import { condition, withObjects } from '../../dev/test/makeCluster';
import { healthyCluster } from '../../dev/test/makeClusterHealthy';
import { nnce } from '../../dev/test/makeClusterPolicies';
import type { KubeObject } from '../cluster/kubeObject';
import { NODE_TRIES } from './progress';
import { graphOf } from './testing';
import { waitProgress } from './waitProgress';

const WAIT = { type: 'policyApplied', policy: 'br-vmdata', timeoutSeconds: 1 } as const;

const stageWith = (enactment: KubeObject) =>
  waitProgress(WAIT, graphOf(withObjects(healthyCluster(), enactment)), 0).nodes.find(
    ({ node }) => node === 'worker-0',
  );

test('a node that tries again tells how many of its tries have failed', () => {
  const failing = nnce('worker-0', 'br-vmdata', { state: 'Failing', message: 'no', retries: 2 });
  const conditions = [
    condition('Failing', 'True', { message: 'no' }),
    condition('Progressing', 'True'),
  ];
  const retrying = { ...failing, status: { ...(failing.status as object), conditions } };
  expect(stageWith(retrying)).toMatchObject({ stage: 'retrying', failedTries: 2 });
  const gaveUp = { state: 'Failing', message: 'gave up', retries: NODE_TRIES } as const;
  expect(stageWith(nnce('worker-0', 'br-vmdata', gaveUp))).toEqual({
    node: 'worker-0',
    stage: 'failed',
    message: 'gave up',
  });
});
