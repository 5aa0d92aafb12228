/** NAD-005: a VM where its mapping is missing */
import { node } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { vmi } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { NAD_005 } from './NAD-005';

const patchedState = workerState('worker-1', {
  bridges: [{ name: 'br-vmdata', ports: ['ens224'], live: ['vlan-100'] }],
});
const onWorker1 = vmi('ns1/web', { nics: ['vlan-100'], node: 'worker-1' });

ruleCase({
  rule: NAD_005,
  severity: 'error',
  subject: 'nad/ns1/vlan-100',
  faulty: healthyObjects(onWorker1, workerState('worker-1', { mappings: {} })),
  mended: healthyObjects(onWorker1, patchedState),
  unseen: 'vmis',
  also: ['NAD-006', 'NNCP-016', 'VM-014'],
});

ruleCase({
  rule: NAD_005,
  name: 'target of a migration',
  severity: 'error',
  subject: 'nad/ns1/vlan-100',
  faulty: healthyObjects(
    workerState('worker-1', { mappings: {} }),
    vmi('ns1/web', {
      nics: ['vlan-100'],
      migration: { sourceNode: 'worker-0', targetNode: 'worker-1', completed: false },
    }),
  ),
  mended: healthyObjects(
    workerState('worker-1', { mappings: {} }),
    vmi('ns1/web', {
      nics: ['vlan-100'],
      migration: { sourceNode: 'worker-0', targetNode: 'worker-1', completed: true },
    }),
  ),
  unseen: 'nodeStates',
  also: ['NAD-006', 'NNCP-016', 'VM-014'],
});

ruleCase({
  rule: NAD_005,
  name: 'a NotReady node may have it by now',
  severity: 'error',
  subject: 'nad/ns1/vlan-100',
  faulty: healthyObjects(onWorker1, workerState('worker-1', { mappings: {} })),
  mended: healthyObjects(onWorker1, patchedState),
  unseen: healthyObjects(
    onWorker1,
    workerState('worker-1', { mappings: {} }),
    node('worker-1', { ip: '192.168.4.12', ready: false }),
  ),
  also: ['NAD-006', 'NNCP-016', 'VM-014'],
});
