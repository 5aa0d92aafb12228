/** CL-006: what cannot be read */
import { NOW, snapshot } from '../../../dev/test/makeCluster';
import { healthyCluster } from '../../../dev/test/makeClusterHealthy';
import { formatText } from '../../cluster/text';
import { buildGraph } from '../../network/buildGraph';
import { runDoctor } from '../runDoctor';
import { ruleCase } from '../testing/ruleCase';
import { CL_006 } from './CL-006';

const all = snapshot(healthyCluster());

ruleCase({
  rule: CL_006,
  severity: 'info',
  subject: 'cluster',
  faulty: { ...all, cudns: { state: 'forbidden', items: new Map() } },
  mended: all,
  unseen: { ...all, cudns: { state: 'loading', items: new Map() } },
});

test('kinds of one name in two API groups are told apart', () => {
  const missing = { state: 'forbidden', items: new Map() } as const;
  const graph = buildGraph({ ...all, clusterNetworks: missing, operatorNetworks: missing });
  const messages = runDoctor({ graph, now: NOW })
    .findings.filter(({ rule }) => rule === 'CL-006')
    .map(({ message }) => formatText(message));
  expect(messages).toEqual([
    'Not everything could be read: Network (config.openshift.io), Network (operator.openshift.io).',
  ]);
});
