import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { bondEntry } from '../../../dev/test/makeClusterInterfaces';
import type { NicOptions } from '../../../dev/test/makeClusterInterfaces';
import { nncp, ovsBridgeWanted } from '../../../dev/test/makeClusterPolicies';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NODE_007 } from './NODE-007';

const MODE = { mode: '802.3ad' };
const policy = nncp('br-vmdata', {
  interfaces: ovsBridgeWanted('br-vmdata', ['bond1']),
  mappings: { vmdata: 'br-vmdata' },
});

const bonded = (name: string, second: NicOptions, members = ['ens224', 'ens225']) =>
  workerState(name, {
    nics: ['ens224', second],
    interfaces: [bondEntry('bond1', members, MODE)],
    bridges: [
      { name: 'br-vmdata', ports: ['bond1'], live: name === 'worker-0' ? ['vlan-100'] : [] },
    ],
  });

const cluster = (second: NicOptions, members?: string[]) =>
  healthyWith(policy, bonded('worker-0', { name: 'ens225' }), bonded('worker-1', second, members));

const common = {
  rule: NODE_007,
  subject: 'bond/worker-1/bond1',
  severity: 'warning',
  mended: cluster({ name: 'ens225' }),
  unseen: 'nodeStates',
  now: NOW,
} as const;

ruleCase({ ...common, name: 'down', faulty: cluster({ name: 'ens225', state: 'down' }) });
ruleCase({ ...common, name: 'alone', faulty: cluster({ name: 'ens225' }, ['ens224']) });
ruleCase({
  ...common,
  name: 'no link',
  faulty: cluster({ name: 'ens225', speed: null }),
  also: ['NODE-006'],
});
