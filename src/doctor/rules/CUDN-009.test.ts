/** CUDN-009: a physical name that no node maps */
import { cudnNad } from '../../../dev/test/makeClusterPolicies';
import { cudnCluster } from '../testing/cudnCluster';
import { ruleCase } from '../testing/ruleCase';
import { CUDN_009 } from './CUDN-009';

ruleCase({
  rule: CUDN_009,
  severity: 'error',
  subject: 'cudn/corp',
  faulty: cudnCluster(
    { network: { physicalNetworkName: 'vmdatb' } },
    cudnNad('corp', 'ns1', { config: { vlanID: 200, physicalNetworkName: 'vmdatb' } }),
  ),
  mended: cudnCluster(),
  unseen: 'nodeStates',
});
