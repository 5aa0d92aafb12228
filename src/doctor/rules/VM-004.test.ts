/** VM-004: one MAC address twice */
import { macOf } from '../../../dev/test/makeClusterInterfaces';
import { vm } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { VM_004 } from './VM-004';

const withMac = (mac: string, nad = 'vlan-100') =>
  vm('ns1/db', { nics: [{ name: 'net1', nad, mac }], runStrategy: 'Halted' });
const taken = macOf('ns1/web/net1');

ruleCase({
  rule: VM_004,
  severity: 'error',
  subject: 'vnic/ns1/web/net1',
  faulty: healthyObjects(withMac(taken.toUpperCase())),
  mended: healthyObjects(withMac('02:00:00:00:00:99')),
  unseen: 'vms',
});

ruleCase({
  rule: VM_004,
  name: 'on different segments',
  severity: 'info',
  subject: 'vnic/ns1/web/net1',
  faulty: healthyObjects(vlanNad('ns1/lan'), withMac(taken, 'lan')),
  mended: healthyObjects(vlanNad('ns1/lan'), withMac('02:00:00:00:00:99', 'lan')),
  unseen: 'nads',
});

ruleCase({
  rule: VM_004,
  name: 'that of a host NIC',
  severity: 'warning',
  subject: 'vnic/ns1/db/net1',
  faulty: healthyObjects(withMac(macOf('worker-1/ens224'))),
  mended: healthyObjects(withMac('02:00:00:00:00:99')),
  unseen: 'vms',
});
