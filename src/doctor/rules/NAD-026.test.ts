/** NAD-026: generated NADs */
import { cudnNad } from '../../../dev/test/makeClusterPolicies';
import { cudnCluster } from '../testing/cudnCluster';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { NAD_026 } from './NAD-026';

ruleCase({
  rule: NAD_026,
  name: 'orphan',
  severity: 'warning',
  subject: 'nad/ns2/corp',
  faulty: healthyObjects(cudnNad('corp', 'ns2')),
  mended: cudnCluster(),
  unseen: 'cudns',
});

ruleCase({
  rule: NAD_026,
  name: 'changed by hand',
  severity: 'warning',
  subject: 'cudn/corp',
  faulty: cudnCluster({}, cudnNad('corp', 'ns1', { config: { vlanID: 100 } })),
  mended: cudnCluster(),
  unseen: 'cudns',
});
