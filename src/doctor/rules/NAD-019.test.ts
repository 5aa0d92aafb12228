/** NAD-019: an OVS bridge behind the bridge CNI */
import { bridgeNad } from '../../../dev/test/makeClusterPolicies';
import { linuxBridgeCluster } from '../testing/linuxBridge';
import { ruleCase } from '../testing/ruleCase';
import { NAD_019 } from './NAD-019';

ruleCase({
  rule: NAD_019,
  severity: 'error',
  subject: 'nad/ns1/lan',
  faulty: linuxBridgeCluster({}, bridgeNad('ns1/lan', { bridge: 'br-vmdata', resource: false })),
  mended: linuxBridgeCluster(),
  unseen: 'nodeStates',
  also: ['NAD-017'],
});
