import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { nnce } from '../../../dev/test/makeClusterPolicies';
import { buildGraph } from '../../network/buildGraph';
import { healthyWith, minutesAgo } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_016 } from './NNCP-016';

const unmapped = workerState('worker-1', { mappings: {} });

ruleCase({
  rule: NNCP_016,
  faulty: healthyWith(unmapped),
  subject: 'policy/br-vmdata',
  severity: 'warning',
  mended: healthyWith(),
  unseen: 'nodeStates',
  also: ['NAD-006', 'VM-014'],
  now: NOW,
});

test('NNCP-016 waits until the state has had time to follow, and for the present spec', () => {
  const findings = (enactment: object) =>
    NNCP_016.check({
      graph: buildGraph(healthyWith(unmapped, nnce('worker-1', 'br-vmdata', enactment))),
      now: NOW,
    }).findings.length;
  expect(findings({ at: minutesAgo(3) })).toBe(1);
  expect(findings({ at: minutesAgo(1) })).toBe(0);
  expect(findings({ generation: 7 })).toBe(0);
  expect(findings({ state: 'Progressing' })).toBe(0);
});
