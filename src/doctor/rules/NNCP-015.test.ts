import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { nncp } from '../../../dev/test/makeClusterPolicies';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_015 } from './NNCP-015';

const bare = (name: string) =>
  workerState(name, {
    bridges: [
      {
        name: 'br-vmdata',
        ports: ['ens224'],
        internal: false,
        live: name === 'worker-0' ? ['vlan-100'] : [],
      },
    ],
  });

ruleCase({
  rule: NNCP_015,
  faulty: healthyWith(
    nncp('br-vmdata', {
      interfaces: [
        {
          name: 'br-vmdata',
          type: 'ovs-bridge',
          bridge: { 'allow-extra-patch-ports': true, port: [{ name: 'ens224' }] },
        },
      ],
      mappings: { vmdata: 'br-vmdata' },
    }),
    bare('worker-0'),
    bare('worker-1'),
  ),
  subject: 'policy/br-vmdata',
  severity: 'info',
  mended: healthyWith(),
  unseen: 'nodeStates',
  now: NOW,
});
