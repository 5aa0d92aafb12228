import { NOW } from '../../../dev/test/makeCluster';
import { forbid, healthyWith, youngPolicy } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_007 } from './NNCP-007';

const other = (snooping: boolean) =>
  healthyWith(
    ...youngPolicy('other', {
      interfaces: [
        {
          name: 'br-vmdata',
          type: 'ovs-bridge',
          state: 'up',
          bridge: {
            'allow-extra-patch-ports': true,
            options: { 'mcast-snooping-enable': snooping },
          },
        },
      ],
    }),
  );

ruleCase({
  rule: NNCP_007,
  faulty: other(false),
  subject: 'policy/other',
  severity: 'error',
  mended: other(true),
  unseen: forbid(other(false), 'nodes', 'enactments'),
  now: NOW,
});
