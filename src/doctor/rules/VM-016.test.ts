/** VM-016: no guest agent */
import { condition } from '../../../dev/test/makeCluster';
import { vmi } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { VM_016 } from './VM-016';

ruleCase({
  rule: VM_016,
  severity: 'info',
  subject: 'vm/ns1/web',
  faulty: healthyObjects(
    vmi('ns1/web', { nics: ['vlan-100'], conditions: [condition('Ready', 'True')] }),
  ),
  mended: healthyObjects(),
  unseen: 'vmis',
});
