/** CUDN-007: a deletion that hangs */
import { NOW, condition } from '../../../dev/test/makeCluster';
import { cudnCluster } from '../testing/cudnCluster';
import { ruleCase } from '../testing/ruleCase';
import { CUDN_007 } from './CUDN-007';

const deleting = (at: number) =>
  cudnCluster({ meta: { deletionTimestamp: new Date(at).toISOString() } });

ruleCase({
  rule: CUDN_007,
  severity: 'warning',
  subject: 'cudn/corp',
  faulty: deleting(NOW - 61_000),
  mended: deleting(NOW - 30_000),
  unseen: 'cudns',
});

ruleCase({
  rule: CUDN_007,
  name: 'in use',
  severity: 'warning',
  subject: 'cudn/corp',
  faulty: cudnCluster({
    conditions: [
      condition('NetworkCreated', 'True', {
        message: 'network in use by the following pods: [ns1/virt-launcher-web]',
      }),
    ],
  }),
  mended: cudnCluster(),
  unseen: 'cudns',
});
