import { NOW } from '../../../dev/test/makeCluster';
import { WORKERS, workerState } from '../../../dev/test/makeClusterHealthy';
import { nncp, ovsBridgeWanted } from '../../../dev/test/makeClusterPolicies';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_013 } from './NNCP-013';

const wants = (options: object) =>
  nncp('br-vmdata', {
    interfaces: ovsBridgeWanted('br-vmdata', ['ens224'], { options }),
    mappings: { vmdata: 'br-vmdata' },
  });

const stpOn = workerState('worker-1', {
  bridges: [{ name: 'br-vmdata', ports: ['ens224'], stp: true }],
});

const common = {
  rule: NNCP_013,
  severity: 'warning',
  mended: healthyWith(),
  unseen: 'policies',
  now: NOW,
} as const;

ruleCase({
  ...common,
  name: 'in the policy',
  faulty: healthyWith(wants({ stp: { enabled: true } })),
  subject: 'policy/br-vmdata',
});
ruleCase({
  ...common,
  name: 'on the node, unsaid in the policy',
  faulty: healthyWith(wants({ 'mcast-snooping-enable': true }), stpOn),
  subject: 'policy/br-vmdata',
});
ruleCase({
  ...common,
  name: 'on the node against the policy',
  faulty: healthyWith(stpOn),
  subject: 'policy/br-vmdata',
});
ruleCase({
  ...common,
  name: 'in quotes, which NMState reads as true',
  faulty: healthyWith(
    wants({ stp: 'false' }),
    ...WORKERS.map((name) =>
      workerState(name, {
        bridges: [
          {
            name: 'br-vmdata',
            ports: ['ens224'],
            stp: true,
            live: name === 'worker-0' ? ['vlan-100'] : [],
          },
        ],
      }),
    ),
  ),
  subject: 'policy/br-vmdata',
  also: ['NNCP-022'],
});
ruleCase({
  ...common,
  name: 'on a bridge that no policy names',
  faulty: healthyWith(nncp('br-vmdata', { mappings: { vmdata: 'br-vmdata' } }), stpOn),
  subject: 'bridge/worker-1/br-vmdata',
});
