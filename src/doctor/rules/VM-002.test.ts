/** VM-002: namespace isolation */
import { vm } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { VM_002 } from './VM-002';

const fromNs2 = (nad: string) => vm('ns2/db', { nics: [nad], runStrategy: 'Halted' });

ruleCase({
  rule: VM_002,
  severity: 'error',
  subject: 'vnic/ns2/db/net1',
  faulty: healthyObjects(fromNs2('ns1/vlan-100')),
  mended: healthyObjects(vlanNad('default/lan'), fromNs2('default/lan')),
  unseen: 'nads',
});
