/** CUDN-003: a selector without a match */
import { condition, namespace, withoutObject } from '../../../dev/test/makeCluster';
import { cudnCluster } from '../testing/cudnCluster';
import { ruleCase } from '../testing/ruleCase';
import { CUDN_003 } from './CUDN-003';

/** Status without the list of namespaces, so that only labels tell. */
const noList = { conditions: [condition('NetworkCreated', 'True')] };
const unlabelled = withoutObject(
  cudnCluster(noList, namespace('ns1')),
  'NetworkAttachmentDefinition',
  'ns1/corp',
);

ruleCase({
  rule: CUDN_003,
  severity: 'warning',
  subject: 'cudn/corp',
  faulty: unlabelled,
  mended: cudnCluster(noList),
  unseen: 'namespaces',
});
