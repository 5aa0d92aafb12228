import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { bridgeNad } from '../../../dev/test/makeClusterPolicies';
import type { KubeObject } from '../../cluster/kubeObject';
import { buildGraph } from '../../network/buildGraph';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NODE_004 } from './NODE-004';

const state = (ports: readonly string[], linux = false) =>
  workerState('worker-1', {
    nics: ['ens224', 'ens225'],
    bridges: [
      { name: 'br-vmdata', ports: ['ens224'] },
      { name: 'br-lab', ports, linux },
    ],
    mappings: linux ? { vmdata: 'br-vmdata' } : { vmdata: 'br-vmdata', lab: 'br-lab' },
  });

ruleCase({
  rule: NODE_004,
  faulty: healthyWith(state([])),
  subject: 'bridge/worker-1/br-lab',
  severity: 'error',
  mended: healthyWith(state(['ens225'])),
  unseen: 'nodeStates',
  now: NOW,
});

describe('NODE-004 looks at Linux bridges only where a NAD uses them', () => {
  const subjects = (...objects: readonly KubeObject[]) =>
    NODE_004.check({
      graph: buildGraph(healthyWith(state([], true), ...objects)),
      now: NOW,
    }).findings.map((finding) => finding.subject);

  test('unused', () => {
    expect(subjects()).toEqual([]);
  });

  test('used', () => {
    expect(subjects(bridgeNad('ns1/lab', { bridge: 'br-lab' }))).toEqual([
      'bridge/worker-1/br-lab',
    ]);
  });
});
