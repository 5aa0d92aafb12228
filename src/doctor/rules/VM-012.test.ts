/** VM-012: a launcher pod that hangs */
import { WRITTEN, condition, object } from '../../../dev/test/makeCluster';
import { vmi } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { VM_012 } from './VM-012';

const pod = object('v1', 'Pod', 'ns1/virt-launcher-web-abcde', {
  meta: { labels: { 'kubevirt.io': 'virt-launcher', 'kubevirt.io/created-by': 'uid-ns1/web' } },
  spec: { nodeName: 'worker-0' },
  status: { phase: 'Pending', conditions: [condition('PodScheduled', 'True')] },
});
const event = object('v1', 'Event', 'ns1/virt-launcher-web-abcde.1', {
  type: 'Warning',
  reason: 'FailedCreatePodSandBox',
  message: 'plugin failed: failed to find OVN bridge-mapping for network: "vmdata"',
  involvedObject: { kind: 'Pod', namespace: 'ns1', name: 'virt-launcher-web-abcde' },
  lastTimestamp: WRITTEN,
});
const starting = vmi('ns1/web', { nics: ['vlan-100'], node: '', phase: 'Scheduling', status: [] });

ruleCase({
  rule: VM_012,
  severity: 'error',
  subject: 'vm/ns1/web',
  faulty: healthyObjects(starting, pod, event),
  // The old pod's event outlives it.
  mended: healthyObjects(event),
  // It hangs, but no event says why.
  unseen: healthyObjects(starting, pod),
});

ruleCase({
  rule: VM_012,
  name: 'pods cannot be read',
  severity: 'error',
  subject: 'vm/ns1/web',
  faulty: healthyObjects(starting, pod, event),
  mended: healthyObjects(),
  unseen: 'pods',
});

const named = object('v1', 'Pod', 'ns1/virt-launcher-web-abcde', {
  meta: { labels: { 'kubevirt.io': 'virt-launcher', 'vm.kubevirt.io/name': 'web' } },
  spec: { nodeName: 'worker-0' },
  status: { phase: 'Pending', conditions: [condition('PodScheduled', 'True')] },
});

ruleCase({
  rule: VM_012,
  name: 'a pod that names its VM instead of the uid',
  severity: 'error',
  subject: 'vm/ns1/web',
  faulty: healthyObjects(starting, named, event),
  mended: healthyObjects(event),
  unseen: healthyObjects(starting, named),
});
