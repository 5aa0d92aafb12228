import { NOW, node } from '../../../dev/test/makeCluster';
import { healthyWith } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { NODE_015 } from './NODE-015';

const tainted = (key: string) =>
  healthyWith(
    node('worker-1', { ip: '192.168.4.12', taints: [{ key, effect: 'PreferNoSchedule' }] }),
  );

ruleCase({
  rule: NODE_015,
  faulty: tainted('k8s.ovn.org/mtu-too-small'),
  subject: 'node/worker-1',
  severity: 'error',
  mended: tainted('example.org/other'),
  unseen: 'nodes',
  now: NOW,
});
