import { NOW } from '../../../dev/test/makeCluster';
import { nnce, nncp, ovsBridgeWanted } from '../../../dev/test/makeClusterPolicies';
import { degraded, healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_005 } from './NNCP-005';

ruleCase({
  rule: NNCP_005,
  faulty: healthyWith(
    nncp('br-vmdata', {
      interfaces: ovsBridgeWanted('br-vmdata', ['ens224']),
      mappings: { vmdata: 'br-vmdata' },
      conditions: degraded(),
    }),
    nnce('worker-1', 'br-vmdata', { state: 'Failing', retries: 5 }),
  ),
  subject: 'policy/br-vmdata',
  severity: 'error',
  mended: healthyWith(),
  unseen: 'enactments',
  also: ['NNCP-001'],
  now: NOW,
});
