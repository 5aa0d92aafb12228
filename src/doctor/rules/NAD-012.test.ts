/** NAD-012: addresses that VMs do not keep */
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { vm } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_012 } from './NAD-012';

const subnets = '10.100.0.0/24';

ruleCase({
  rule: NAD_012,
  severity: 'warning',
  subject: 'nad/ns1/vlan-100',
  faulty: healthyObjects(vlanNad('ns1/vlan-100', { vlanID: 100, subnets })),
  // Nobody has to fix a network that no VM uses.
  mended: healthyObjects(vlanNad('ns2/lan', { subnets })),
  unseen: 'vms',
});

const layer2 = (config: Record<string, unknown>) =>
  ovnNad('ns2/l2', { config: { topology: 'layer2', mtu: 1300, subnets, ...config } });
const user = vm('ns2/db', { nics: ['l2'], runStrategy: 'Halted' });

ruleCase({
  rule: NAD_012,
  name: 'layer2 without persistent IPs',
  severity: 'warning',
  subject: 'nad/ns2/l2',
  faulty: healthyObjects(layer2({}), user),
  mended: healthyObjects(layer2({ allowPersistentIPs: true }), user),
  unseen: 'nads',
});
