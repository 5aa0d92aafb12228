/** CL-002: another cluster network */
import { clusterNetwork } from '../../../dev/test/makeCluster';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { CL_002 } from './CL-002';

ruleCase({
  rule: CL_002,
  severity: 'warning',
  subject: 'cluster',
  faulty: healthyObjects(clusterNetwork({ type: 'OpenShiftSDN' })),
  mended: healthyObjects(),
  unseen: 'clusterNetworks',
});
