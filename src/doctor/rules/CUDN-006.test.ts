/** CUDN-006: somebody else's NAD in the way */
import { condition } from '../../../dev/test/makeCluster';
import { cudnCluster } from '../testing/cudnCluster';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { CUDN_006 } from './CUDN-006';

ruleCase({
  rule: CUDN_006,
  severity: 'error',
  subject: 'cudn/corp',
  faulty: cudnCluster({}, vlanNad('ns1/corp')),
  mended: cudnCluster(),
  unseen: 'nads',
});

ruleCase({
  rule: CUDN_006,
  name: 'the message says so',
  severity: 'error',
  subject: 'cudn/corp',
  faulty: cudnCluster({
    conditions: [
      condition('NetworkCreated', 'False', {
        reason: 'NetworkAttachmentDefinitionSyncError',
        message:
          'foreign NetworkAttachmentDefinition with the desired name already exist [ns1/corp]',
      }),
    ],
  }),
  mended: cudnCluster(),
  unseen: 'cudns',
  also: ['CUDN-001'],
});
