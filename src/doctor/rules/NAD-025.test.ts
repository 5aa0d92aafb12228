/** NAD-025: a NAD that nothing uses */
import { vm } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_025 } from './NAD-025';

ruleCase({
  rule: NAD_025,
  severity: 'info',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(vlanNad('ns2/lan')),
  mended: healthyObjects(
    vlanNad('ns2/lan'),
    vm('ns2/db', { nics: ['lan'], runStrategy: 'Halted' }),
  ),
  unseen: 'pods',
});
