/** NAD-004: a name that no node maps */
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_004 } from './NAD-004';

ruleCase({
  rule: NAD_004,
  severity: 'error',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(vlanNad('ns2/lan', { physicalNetworkName: 'vmdat' })),
  mended: healthyObjects(vlanNad('ns2/lan')),
  unseen: 'nodeStates',
});

ruleCase({
  rule: NAD_004,
  name: 'without physicalNetworkName',
  severity: 'error',
  subject: 'nad/ns2/vmdata',
  faulty: healthyObjects(vlanNad('ns2/vmdata', { physicalNetworkName: undefined, name: 'lan' })),
  mended: healthyObjects(vlanNad('ns2/lan', { physicalNetworkName: undefined, name: 'vmdata' })),
  // A node for VMs that does not report its mappings may have this one.
  unseen: healthyObjects(
    vlanNad('ns2/lan', { physicalNetworkName: 'vmdat' }),
    workerState('worker-1', { mappings: null }),
  ),
});
