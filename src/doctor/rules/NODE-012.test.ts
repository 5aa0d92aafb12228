import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import type { Json } from '../../../dev/test/makeClusterInterfaces';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NODE_012 } from './NODE-012';

const filtered = (vlan?: Json) =>
  healthyWith(
    workerState('worker-1', {
      bridges: [{ name: 'br-vmdata', ports: [{ name: 'ens224', ...(vlan ? { vlan } : {}) }] }],
    }),
  );

const trunk = (...ids: readonly number[]): Json => ({
  mode: 'trunk',
  'trunk-tags': ids.map((id) => ({ id })),
});

const common = {
  rule: NODE_012,
  subject: 'bridge/worker-1/br-vmdata',
  severity: 'error',
  unseen: 'nodeStates',
  also: ['NAD-021'],
  now: NOW,
} as const;

ruleCase({
  ...common,
  name: 'access port',
  faulty: filtered({ mode: 'access', tag: 200 }),
  mended: filtered(),
});
ruleCase({
  ...common,
  name: 'trunk list',
  faulty: filtered(trunk(200, 300)),
  mended: filtered(trunk(100, 200)),
});
ruleCase({
  ...common,
  name: 'range and native VLAN',
  faulty: filtered({ mode: 'trunk', 'trunk-tags': [{ 'id-range': { min: 101, max: 199 } }] }),
  mended: filtered({ ...trunk(200), 'enable-native': true, tag: 100 }),
});
