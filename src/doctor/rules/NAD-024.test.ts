/** NAD-024: names that mislead */
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_024 } from './NAD-024';

ruleCase({
  rule: NAD_024,
  severity: 'info',
  subject: 'nad/ns2/vlan-300',
  faulty: healthyObjects(vlanNad('ns2/vlan-300')),
  mended: healthyObjects(vlanNad('ns2/vlan-200')),
  unseen: 'nads',
});
