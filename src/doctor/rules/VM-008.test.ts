/** VM-008: a resource that no node has left */
import { condition } from '../../../dev/test/makeCluster';
import { vmi } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { VM_008 } from './VM-008';

const pending = (message: string) =>
  vmi('ns1/web', {
    nics: ['vlan-100'],
    node: '',
    phase: 'Scheduling',
    conditions: [condition('PodScheduled', 'False', { reason: 'Unschedulable', message })],
  });

ruleCase({
  rule: VM_008,
  severity: 'error',
  subject: 'vm/ns1/web',
  faulty: healthyObjects(
    pending('0/3 nodes are available: 3 Insufficient bridge.network.kubevirt.io/br1.'),
  ),
  mended: healthyObjects(pending('0/3 nodes are available: 3 Insufficient memory.')),
  unseen: 'vmis',
});
