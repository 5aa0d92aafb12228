/** CUDN-002: NetworkAllocationSucceeded is False */
import { condition } from '../../../dev/test/makeCluster';
import { cudnCluster } from '../testing/cudnCluster';
import { ruleCase } from '../testing/ruleCase';
import { CUDN_002 } from './CUDN-002';

ruleCase({
  rule: CUDN_002,
  severity: 'error',
  subject: 'cudn/corp',
  faulty: cudnCluster({
    conditions: [condition('NetworkAllocationSucceeded', 'False', { reason: 'InternalError' })],
  }),
  mended: cudnCluster(),
  unseen: 'cudns',
});
