import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import type { Json } from '../../../dev/test/makeClusterInterfaces';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NODE_016 } from './NODE-016';

const crowded = (count: number, extra: Json = {}) =>
  healthyWith(
    workerState('worker-1', {
      interfaces: Array.from({ length: count }, (_, index) => ({
        name: `dummy${index}`,
        type: 'dummy',
        state: 'up',
        ...extra,
      })),
    }),
  );

const common = {
  rule: NODE_016,
  subject: 'node/worker-1',
  mended: crowded(300),
  unseen: 'nodeStates',
  now: NOW,
} as const;

ruleCase({ ...common, name: 'many', faulty: crowded(501), severity: 'warning' });
ruleCase({ ...common, name: 'too many', faulty: crowded(901), severity: 'error' });
ruleCase({
  ...common,
  name: 'a large object',
  faulty: crowded(450, { description: 'x'.repeat(2500) }),
  severity: 'warning',
});
