/** NAD-011: an IPAM plugin in an OVN NAD */
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_011 } from './NAD-011';

ruleCase({
  rule: NAD_011,
  severity: 'error',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(
    vlanNad('ns2/lan', { ipam: { type: 'whereabouts' } }, { accepted: false }),
  ),
  mended: healthyObjects(vlanNad('ns2/lan', { ipam: {} })),
  unseen: 'nads',
  also: ['NAD-014'],
});
