/** CUDN-005: IPAM on a localnet */
import { cudnNad } from '../../../dev/test/makeClusterPolicies';
import { cudnCluster } from '../testing/cudnCluster';
import { ruleCase } from '../testing/ruleCase';
import { CUDN_005 } from './CUDN-005';

const subnets = ['10.1.0.0/24'];

ruleCase({
  rule: CUDN_005,
  severity: 'warning',
  subject: 'cudn/corp',
  faulty: cudnCluster(
    { network: { ipam: undefined, subnets } },
    cudnNad('corp', 'ns1', { config: { vlanID: 200, subnets: '10.1.0.0/24' } }),
  ),
  mended: cudnCluster(),
  unseen: 'cudns',
});
