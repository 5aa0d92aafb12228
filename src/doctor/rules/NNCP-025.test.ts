import { NOW } from '../../../dev/test/makeCluster';
import { healthyWith, youngPolicy } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_025 } from './NNCP-025';

const wanting = (desiredState: unknown) => healthyWith(...youngPolicy('other', { desiredState }));

ruleCase({
  rule: NNCP_025,
  faulty: wanting({}),
  subject: 'policy/other',
  severity: 'warning',
  mended: wanting({ interfaces: [{ name: 'dummy0', type: 'dummy', state: 'up' }] }),
  unseen: wanting('interfaces: []'),
  now: NOW,
});
