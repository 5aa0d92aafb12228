/** VM-015: two NICs on one segment */
import { vm } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { VM_015 } from './VM-015';

const two = (second: string) => vm('ns1/db', { nics: ['vlan-100', second], runStrategy: 'Halted' });

ruleCase({
  rule: VM_015,
  severity: 'info',
  subject: 'vnic/ns1/db/net2',
  faulty: healthyObjects(vlanNad('ns1/twin', { vlanID: 100 }), two('twin')),
  mended: healthyObjects(vlanNad('ns1/lan'), two('lan')),
  unseen: 'nads',
});
