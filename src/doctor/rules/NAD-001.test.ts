/** NAD-001: JSON slips */
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_001 } from './NAD-001';

ruleCase({
  rule: NAD_001,
  severity: 'error',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(ovnNad('ns2/lan', { raw: '{"type": "bridge",}', accepted: false })),
  mended: healthyObjects(vlanNad('ns2/lan')),
  unseen: 'nads',
});

ruleCase({
  rule: NAD_001,
  name: 'JSON that is no object',
  severity: 'error',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(ovnNad('ns2/lan', { raw: '["bridge"]', accepted: false })),
  // An empty configuration is legal: Multus reads a file on the node.
  mended: healthyObjects(ovnNad('ns2/lan', { raw: '', accepted: false })),
  unseen: 'nads',
});
