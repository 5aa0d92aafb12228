import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NODE_009 } from './NODE-009';

const spare = workerState('worker-1', { mappings: { vmdata: 'br-vmdata', lab: 'br-ex' } });

ruleCase({
  rule: NODE_009,
  faulty: healthyWith(spare),
  subject: 'mapping/worker-1/lab',
  severity: 'info',
  mended: healthyWith(spare, ovnNad('ns1/lab')),
  unseen: 'nads',
  now: NOW,
});
