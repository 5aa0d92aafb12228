import { NOW, nns, node, snapshot } from '../../../dev/test/makeCluster';
import { ruleCase } from '../testing/ruleCase';
import { NODE_014 } from './NODE-014';

const cluster = (mappings: Record<string, string> | null) =>
  snapshot([node('worker-0'), nns('worker-0', { mappings })]);

ruleCase({
  rule: NODE_014,
  faulty: cluster(null),
  subject: 'node/worker-0',
  severity: 'info',
  mended: cluster({}),
  unseen: 'nodeStates',
  now: NOW,
});
