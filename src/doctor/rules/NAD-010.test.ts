/** NAD-010: type, range and key of the VLAN id */
import { bridgeNad } from '../../../dev/test/makeClusterPolicies';
import { healthyObjects } from '../testing/healthyObjects';
import { linuxBridgeCluster } from '../testing/linuxBridge';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_010 } from './NAD-010';

const mended = healthyObjects(vlanNad('ns2/lan'));

ruleCase({
  rule: NAD_010,
  name: 'text',
  severity: 'error',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(vlanNad('ns2/lan', { vlanID: '200' }, { accepted: false })),
  mended,
  unseen: 'nads',
  also: ['NAD-014'],
});

ruleCase({
  rule: NAD_010,
  name: 'out of range',
  severity: 'error',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(vlanNad('ns2/lan', { vlanID: 4095 })),
  mended,
  unseen: 'nads',
});

ruleCase({
  rule: NAD_010,
  name: 'wrong key',
  severity: 'error',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(vlanNad('ns2/lan', { vlanID: undefined, vlan: 200 })),
  mended,
  unseen: 'nads',
});

ruleCase({
  rule: NAD_010,
  name: 'on a layer2 network',
  severity: 'warning',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(
    vlanNad('ns2/lan', { topology: 'layer2', physicalNetworkName: undefined }),
  ),
  mended,
  unseen: 'nads',
});

ruleCase({
  rule: NAD_010,
  name: 'bridge CNI with the key of OVN',
  severity: 'error',
  subject: 'nad/ns1/lan',
  faulty: linuxBridgeCluster({}, bridgeNad('ns1/lan', { bridge: 'br1', config: { vlanID: 200 } })),
  mended: linuxBridgeCluster(),
  unseen: 'nads',
});

ruleCase({
  rule: NAD_010,
  name: 'zero says untagged',
  severity: 'info',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(vlanNad('ns2/lan', { vlanID: 0 })),
  mended,
  unseen: 'nads',
});
