import { NOW } from '../../../dev/test/makeCluster';
import { nncp, ovsBridgeWanted } from '../../../dev/test/makeClusterPolicies';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_022 } from './NNCP-022';

const withStp = (stp: unknown) =>
  healthyWith(
    nncp('br-vmdata', {
      interfaces: ovsBridgeWanted('br-vmdata', ['ens224'], { options: { stp } }),
      mappings: { vmdata: 'br-vmdata' },
    }),
  );

const common = {
  rule: NNCP_022,
  subject: 'policy/br-vmdata',
  severity: 'warning',
  mended: withStp(false),
  unseen: 'policies',
  now: NOW,
} as const;

ruleCase({ ...common, name: 'quoted', faulty: withStp('false') });
ruleCase({ ...common, name: 'quoted inside', faulty: withStp({ enabled: 'false' }) });
