/** VM-014: no node, or one node, for a VM */
import { NOW, nns, node, object } from '../../../dev/test/makeCluster';
import { vm, vmi } from '../../../dev/test/makeClusterVms';
import { completeSnapshot } from '../../cluster/snapshotOf';
import { buildGraph } from '../../network/buildGraph';
import { runDoctor } from '../runDoctor';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { VM_014 } from './VM-014';

const gpuNode = [
  node('gpu-0', {
    controlPlane: true,
    runsVms: true,
    taints: [],
    ip: '192.168.4.13',
    labels: { gpu: 'true' },
  }),
  nns('gpu-0', { ip: '192.168.4.13' }),
];
const placed = (nodeSelector: Record<string, string>) =>
  vm('ns1/db', { nics: ['vlan-100'], runStrategy: 'Halted', template: { nodeSelector } });
const workers = { nodeSelector: { 'node-role.kubernetes.io/worker': '' } };
const webOnWorkers = [
  vm('ns1/web', { nics: ['vlan-100'], template: workers }),
  vmi('ns1/web', { nics: ['vlan-100'], template: workers }),
];

ruleCase({
  rule: VM_014,
  severity: 'error',
  subject: 'vm/ns1/db',
  faulty: healthyObjects(...gpuNode, ...webOnWorkers, placed({ gpu: 'true' })),
  mended: healthyObjects(...gpuNode, ...webOnWorkers, placed(workers.nodeSelector)),
  unseen: 'nodeStates',
  also: ['NAD-006'],
});

ruleCase({
  rule: VM_014,
  name: 'one node',
  severity: 'warning',
  subject: 'vm/ns1/db',
  faulty: healthyObjects(
    node('worker-1', { ip: '192.168.4.12', labels: { rack: 'b' } }),
    placed({ rack: 'b' }),
  ),
  // Pinned to one host on purpose.
  mended: healthyObjects(placed({ 'kubernetes.io/hostname': 'worker-1' })),
  unseen: 'nodes',
});

test('a macvtap device that no node offers is the matter of its NAD', () => {
  const tap = object('k8s.cni.cncf.io/v1', 'NetworkAttachmentDefinition', 'ns1/tap', {
    meta: { annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'macvtap.network.kubevirt.io/dp' } },
    spec: { config: '{"cniVersion": "0.3.1", "name": "tap", "type": "macvtap"}' },
  });
  const stopped = vm('ns1/db', { nics: ['tap'], runStrategy: 'Halted' });
  const graph = buildGraph(completeSnapshot(healthyObjects(tap, stopped)));
  const rules = runDoctor({ graph, now: NOW }).findings.map(({ rule }) => rule);
  expect(rules).toContain('NAD-027');
  expect(rules).not.toContain('VM-014');
});
