import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { buildGraph } from '../../network/buildGraph';
import { healthyWith, youngPolicy } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NODE_008 } from './NODE-008';

const leftover = workerState('worker-1', {
  nics: ['ens224', 'ens225'],
  bridges: [
    { name: 'br-vmdata', ports: ['ens224'] },
    { name: 'br-old', ports: ['ens225'], linux: true },
  ],
});

const bridge = {
  interfaces: [{ name: 'br-old', type: 'linux-bridge', bridge: { port: [{ name: 'ens225' }] } }],
  nodeSelector: { 'kubernetes.io/hostname': 'worker-1' },
};

ruleCase({
  rule: NODE_008,
  faulty: healthyWith(leftover),
  subject: 'bridge/worker-1/br-old',
  severity: 'info',
  mended: healthyWith(leftover, ...youngPolicy('old', bridge, ['worker-1'])),
  unseen: 'policies',
  now: NOW,
});

test('NODE-008 knows what CNIs and container engines make', () => {
  const foreign = workerState('worker-1', {
    bridges: [
      { name: 'br-vmdata', ports: ['ens224'] },
      { name: 'docker0', ports: ['ens225'], linux: true },
      { name: 'br-made-by-cni', ports: [], linux: true },
    ],
  });
  const { findings } = NODE_008.check({ graph: buildGraph(healthyWith(foreign)), now: NOW });
  expect(findings).toEqual([]);
});
