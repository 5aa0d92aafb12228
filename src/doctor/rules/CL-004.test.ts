/** CL-004: an MTU migration */
import { clusterNetwork } from '../../../dev/test/makeCluster';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { CL_004 } from './CL-004';

ruleCase({
  rule: CL_004,
  severity: 'info',
  subject: 'cluster',
  faulty: healthyObjects(
    clusterNetwork({ status: { migration: { mtu: { network: { from: 1400, to: 8900 } } } } }),
  ),
  mended: healthyObjects(),
  unseen: 'clusterNetworks',
});
