import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NODE_010 } from './NODE-010';

const worker = (nic: object) =>
  healthyWith(workerState('worker-1', { nics: [{ name: 'ens224', ...nic }] }));

const common = {
  rule: NODE_010,
  subject: 'localnet/vmdata',
  mended: worker({}),
  unseen: 'nodeStates',
  now: NOW,
} as const;

ruleCase({ ...common, name: 'MTU', faulty: worker({ mtu: 9000 }), severity: 'warning' });
ruleCase({ ...common, name: 'speed', faulty: worker({ speed: 1000 }), severity: 'info' });
