import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { nncp, ovsBridgeWanted } from '../../../dev/test/makeClusterPolicies';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_014 } from './NNCP-014';

const floods = (name: string) =>
  workerState(name, {
    bridges: [
      {
        name: 'br-vmdata',
        ports: ['ens224'],
        mcastSnooping: false,
        live: name === 'worker-0' ? ['vlan-100'] : [],
      },
    ],
  });

ruleCase({
  rule: NNCP_014,
  faulty: healthyWith(
    nncp('br-vmdata', {
      interfaces: ovsBridgeWanted('br-vmdata', ['ens224'], { options: { stp: false } }),
      mappings: { vmdata: 'br-vmdata' },
    }),
    floods('worker-0'),
    floods('worker-1'),
  ),
  subject: 'policy/br-vmdata',
  severity: 'info',
  mended: healthyWith(),
  unseen: 'policies',
  now: NOW,
});
