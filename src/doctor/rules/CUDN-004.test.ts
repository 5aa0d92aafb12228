/** CUDN-004: the namespace of the VM is not selected */
import { namespace } from '../../../dev/test/makeCluster';
import { cudnNad } from '../../../dev/test/makeClusterPolicies';
import { vm } from '../../../dev/test/makeClusterVms';
import { cudnCluster } from '../testing/cudnCluster';
import { ruleCase } from '../testing/ruleCase';
import { CUDN_004 } from './CUDN-004';

const inNs2 = vm('ns2/db', { nics: ['corp'], runStrategy: 'Halted' });
const selected = [
  namespace('ns2', { labels: { 'vm-network/corp': 'true' } }),
  cudnNad('corp', 'ns2', { config: { vlanID: 200 } }),
];

ruleCase({
  rule: CUDN_004,
  severity: 'error',
  subject: 'vnic/ns2/db/net1',
  faulty: cudnCluster({}, inNs2),
  mended: cudnCluster({}, inNs2, ...selected),
  unseen: 'nads',
});
