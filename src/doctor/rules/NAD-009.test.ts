/** NAD-009: names that are taken */
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_009 } from './NAD-009';

ruleCase({
  rule: NAD_009,
  severity: 'error',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(vlanNad('ns2/lan', { name: 'default' }, { accepted: false })),
  mended: healthyObjects(vlanNad('ns2/lan')),
  unseen: 'nads',
  also: ['NAD-014'],
});

ruleCase({
  rule: NAD_009,
  name: 'looks generated',
  severity: 'warning',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(vlanNad('ns2/lan', { name: 'cluster_udn_lan' })),
  mended: healthyObjects(vlanNad('ns2/lan', { name: 'cluster-udn-lan' })),
  unseen: 'nads',
});
