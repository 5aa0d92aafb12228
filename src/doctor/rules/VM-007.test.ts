/** VM-007: a change that waits */
import { condition } from '../../../dev/test/makeCluster';
import { vm } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { VM_007 } from './VM-007';

const restart = { conditions: [condition('RestartRequired', 'True')] };

ruleCase({
  rule: VM_007,
  severity: 'warning',
  subject: 'vm/ns1/web',
  faulty: healthyObjects(
    vlanNad('ns1/lan'),
    vm('ns1/web', { ...restart, nics: ['vlan-100', 'lan'] }),
  ),
  // Something else than the network waits.
  mended: healthyObjects(vm('ns1/web', { ...restart, nics: ['vlan-100'] })),
  unseen: 'vmis',
});
