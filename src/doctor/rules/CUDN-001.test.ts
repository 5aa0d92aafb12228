/** CUDN-001: NetworkCreated is False */
import { condition } from '../../../dev/test/makeCluster';
import { udn } from '../../../dev/test/makeClusterPolicies';
import { cudnCluster } from '../testing/cudnCluster';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { CUDN_001 } from './CUDN-001';

const failed = condition('NetworkCreated', 'False', {
  reason: 'NetworkAttachmentDefinitionSyncError',
  message: 'failed to sync',
});

ruleCase({
  rule: CUDN_001,
  severity: 'error',
  subject: 'cudn/corp',
  faulty: cudnCluster({ conditions: [failed] }),
  mended: cudnCluster(),
  unseen: 'cudns',
});

ruleCase({
  rule: CUDN_001,
  name: 'UDN',
  severity: 'error',
  subject: 'udn/ns2/l2',
  faulty: healthyObjects(udn('ns2/l2', { conditions: [failed] })),
  mended: healthyObjects(udn('ns2/l2')),
  unseen: 'udns',
});
