/** NAD-007: "-" and "." are one to OVN */
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_007 } from './NAD-007';

ruleCase({
  rule: NAD_007,
  severity: 'error',
  subject: 'network/lan-a',
  faulty: healthyObjects(vlanNad('ns2/lan-a'), vlanNad('ns2/lan-b', { name: 'lan.a' })),
  mended: healthyObjects(vlanNad('ns2/lan-a'), vlanNad('ns2/lan-b')),
  unseen: 'nads',
});
