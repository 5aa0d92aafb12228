/** CL-001: no NMState */
import { clusterNetwork, node, object } from '../../../dev/test/makeCluster';
import { ruleCase } from '../testing/ruleCase';
import { CL_001 } from './CL-001';

const bare = [clusterNetwork(), node('worker-0')];

ruleCase({
  rule: CL_001,
  severity: 'info',
  subject: 'cluster',
  faulty: bare,
  mended: [...bare, object('nmstate.io/v1', 'NMState', 'nmstate')],
  unseen: 'nmstates',
});
