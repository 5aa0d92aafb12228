import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { bondEntry } from '../../../dev/test/makeClusterInterfaces';
import { nncp, ovsBridgeWanted } from '../../../dev/test/makeClusterPolicies';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NNCP_017 } from './NNCP-017';

const bonded = (name: string, mode: string) =>
  workerState(name, {
    nics: ['ens224', 'ens225'],
    interfaces: [bondEntry('bond1', ['ens224', 'ens225'], { mode })],
    bridges: [
      { name: 'br-vmdata', ports: ['bond1'], live: name === 'worker-0' ? ['vlan-100'] : [] },
    ],
  });

const cluster = (mode: string) =>
  healthyWith(
    nncp('br-vmdata', {
      interfaces: [
        bondEntry('bond1', ['ens224', 'ens225'], { mode }),
        ...ovsBridgeWanted('br-vmdata', ['bond1']),
      ],
      mappings: { vmdata: 'br-vmdata' },
    }),
    bonded('worker-0', mode),
    bonded('worker-1', mode),
  );

const common = {
  rule: NNCP_017,
  subject: 'policy/br-vmdata',
  mended: cluster('balance-xor'),
  unseen: 'policies',
  now: NOW,
} as const;

ruleCase({ ...common, name: 'round robin', faulty: cluster('balance-rr'), severity: 'error' });
ruleCase({ ...common, name: 'by number', faulty: cluster('6'), severity: 'error' });
ruleCase({ ...common, name: 'in part', faulty: cluster('active-backup'), severity: 'info' });
