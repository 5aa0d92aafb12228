/** NAD-002: no type, and a chain */
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_002 } from './NAD-002';

const chain = (type: string): string =>
  JSON.stringify({ cniVersion: '0.4.0', name: 'lan', plugins: [{ type }, { type: 'tuning' }] });

ruleCase({
  rule: NAD_002,
  name: 'OVN in a chain',
  severity: 'error',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(ovnNad('ns2/lan', { raw: chain('ovn-k8s-cni-overlay'), accepted: false })),
  mended: healthyObjects(ovnNad('ns2/lan', { raw: chain('macvlan'), accepted: false })),
  unseen: 'nads',
  also: ['NAD-014'],
});

ruleCase({
  rule: NAD_002,
  name: 'no type',
  severity: 'error',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(ovnNad('ns2/lan', { raw: '{"name": "lan"}', accepted: false })),
  mended: healthyObjects(vlanNad('ns2/lan')),
  unseen: 'nads',
});
