import { NOW } from '../../../dev/test/makeCluster';
import { nncp, ovsBridgeWanted } from '../../../dev/test/makeClusterPolicies';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_012 } from './NNCP-012';

ruleCase({
  rule: NNCP_012,
  faulty: healthyWith(
    nncp('br-vmdata', {
      interfaces: ovsBridgeWanted('br-vmdata', ['ens224'], {
        'allow-extra-patch-ports': undefined,
      }),
      mappings: { vmdata: 'br-vmdata' },
    }),
  ),
  subject: 'policy/br-vmdata',
  severity: 'warning',
  mended: healthyWith(),
  unseen: 'policies',
  now: NOW,
});
