import { NOW } from '../../../dev/test/makeCluster';
import { nncp } from '../../../dev/test/makeClusterPolicies';
import { healthyWith, youngPolicy } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_003 } from './NNCP-003';

const interfaces = [{ name: 'dummy0', type: 'dummy', state: 'up' }];

ruleCase({
  rule: NNCP_003,
  faulty: healthyWith(
    nncp('storage', { interfaces, nodeSelector: { 'node-role.kubernetes.io/worker': 'true' } }),
  ),
  subject: 'policy/storage',
  severity: 'warning',
  mended: healthyWith(...youngPolicy('storage', { interfaces })),
  unseen: 'policies',
  now: NOW,
});
