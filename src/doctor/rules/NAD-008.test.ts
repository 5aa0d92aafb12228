/** NAD-008: one name, two configurations */
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_008 } from './NAD-008';

ruleCase({
  rule: NAD_008,
  severity: 'critical',
  subject: 'network/lan',
  faulty: healthyObjects(vlanNad('ns2/lan', { mtu: 1400 }), vlanNad('default/lan')),
  // 1400 is what a NAD without mtu gets here, and netAttachDefName is not compared.
  mended: healthyObjects(vlanNad('ns2/lan'), vlanNad('default/lan')),
  unseen: 'nads',
});

ruleCase({
  rule: NAD_008,
  name: 'the second was refused',
  severity: 'error',
  subject: 'network/lan',
  faulty: healthyObjects(
    vlanNad('default/lan'),
    vlanNad('ns2/lan', { excludeSubnets: '10.1.0.0/30' }, { accepted: false }),
  ),
  mended: healthyObjects(
    vlanNad('default/lan'),
    vlanNad('ns2/lan-b', { excludeSubnets: '10.1.0.0/30' }),
  ),
  unseen: 'nads',
  also: ['NAD-014'],
});

ruleCase({
  rule: NAD_008,
  name: 'compares physicalNetworkName as written',
  severity: 'critical',
  subject: 'network/vmdata',
  faulty: healthyObjects(
    vlanNad('default/lan', { name: 'vmdata' }),
    vlanNad('ns2/lan', { name: 'vmdata', physicalNetworkName: undefined }),
  ),
  mended: healthyObjects(vlanNad('default/lan', { name: 'vmdata' })),
  unseen: 'nads',
});
