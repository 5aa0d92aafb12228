/** VM-011: a VM that cannot move */
import { condition } from '../../../dev/test/makeCluster';
import { vmi } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { VM_011 } from './VM-011';

const migratable = (status: string, reason: string) =>
  vmi('ns1/web', {
    nics: ['vlan-100'],
    conditions: [condition('LiveMigratable', status, { reason })],
  });

ruleCase({
  rule: VM_011,
  severity: 'warning',
  subject: 'vm/ns1/web',
  faulty: healthyObjects(migratable('False', 'InterfaceNotLiveMigratable')),
  // Disks are another page's matter as long as no network change waits.
  mended: healthyObjects(migratable('False', 'DisksNotLiveMigratable')),
  unseen: 'vmis',
});
