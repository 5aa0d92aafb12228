/** NAD-006: an eligible node without the localnet */
import { nns, node } from '../../../dev/test/makeCluster';
import { vm, vmi } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { NAD_006 } from './NAD-006';

/** Takes VMs, but no policy reaches it. */
const gpuNode = [
  node('gpu-0', { controlPlane: true, runsVms: true, taints: [], ip: '192.168.4.13' }),
  nns('gpu-0', { ip: '192.168.4.13' }),
];
const workersOnly = { nodeSelector: { 'node-role.kubernetes.io/worker': '' } };

ruleCase({
  rule: NAD_006,
  severity: 'warning',
  subject: 'nad/ns1/vlan-100',
  faulty: healthyObjects(...gpuNode),
  mended: healthyObjects(
    ...gpuNode,
    vm('ns1/web', { nics: ['vlan-100'], template: workersOnly }),
    vmi('ns1/web', { nics: ['vlan-100'], template: workersOnly }),
  ),
  unseen: 'nodes',
});
