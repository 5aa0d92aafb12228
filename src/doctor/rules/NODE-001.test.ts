import { NOW, node, snapshot, withoutObject } from '../../../dev/test/makeCluster';
import { healthyCluster, workerState } from '../../../dev/test/makeClusterHealthy';
import { nnce } from '../../../dev/test/makeClusterPolicies';
import { forbid, healthyWith, minutesAgo } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NODE_001 } from './NODE-001';

const common = {
  rule: NODE_001,
  subject: 'node/worker-1',
  severity: 'warning',
  mended: healthyWith(),
  unseen: forbid(healthyWith(), 'nodeStates'),
  now: NOW,
} as const;

ruleCase({
  ...common,
  name: 'not ready',
  faulty: healthyWith(node('worker-1', { ip: '192.168.4.12', ready: false })),
  also: ['VM-014'],
});
ruleCase({
  ...common,
  name: 'no state',
  faulty: snapshot(withoutObject(healthyCluster(), 'NodeNetworkState', 'worker-1')),
});
ruleCase({
  ...common,
  name: 'a state older than what was applied',
  faulty: healthyWith(
    workerState('worker-1', { mappings: {}, updated: minutesAgo(60) }),
    nnce('worker-1', 'br-vmdata', { at: minutesAgo(30) }),
  ),
  also: ['NNCP-016'],
});
ruleCase({
  ...common,
  name: 'a policy applied just now is not in the state yet',
  faulty: healthyWith(
    workerState('worker-1', { mappings: {}, updated: minutesAgo(60) }),
    nnce('worker-1', 'br-vmdata', { at: minutesAgo(2) }),
  ),
  mended: healthyWith(
    workerState('worker-1', { mappings: {}, updated: minutesAgo(60) }),
    nnce('worker-1', 'br-vmdata', { at: minutesAgo(1) }),
  ),
  also: ['NNCP-016'],
});
ruleCase({
  ...common,
  name: 'an old state alone is fine',
  faulty: healthyWith(node('worker-1', { ip: '192.168.4.12', ready: false })),
  mended: healthyWith(workerState('worker-1', { updated: '2025-06-01T00:00:00Z' })),
  also: ['VM-014'],
});
