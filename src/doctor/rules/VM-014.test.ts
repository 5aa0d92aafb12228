/** VM-014: no node, or one node, for a VM */
import { nns, node } from '../../../dev/test/makeCluster';
import { vm, vmi } from '../../../dev/test/makeClusterVms';
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
