/** NAD-020: VLAN filtering of the uplink */
import { bridgeNad } from '../../../dev/test/makeClusterPolicies';
import { linuxBridgeCluster } from '../testing/linuxBridge';
import { ruleCase } from '../testing/ruleCase';
import { NAD_020 } from './NAD-020';

const only100 = { mode: 'trunk', 'trunk-tags': [{ id: 100 }] };

ruleCase({
  rule: NAD_020,
  severity: 'error',
  subject: 'nad/ns1/lan',
  faulty: linuxBridgeCluster({ portVlan: only100 }),
  mended: linuxBridgeCluster(),
  unseen: 'nodeStates',
});

ruleCase({
  rule: NAD_020,
  name: 'access port of another VLAN',
  severity: 'error',
  subject: 'nad/ns1/lan',
  faulty: linuxBridgeCluster({ portVlan: { mode: 'access', tag: 100 } }),
  mended: linuxBridgeCluster({ portVlan: { mode: 'access', tag: 200 } }),
  unseen: 'nodeStates',
});

ruleCase({
  rule: NAD_020,
  name: 'no filtering',
  severity: 'warning',
  subject: 'nad/ns1/lan',
  faulty: linuxBridgeCluster({ portVlan: {} }),
  mended: linuxBridgeCluster({ portVlan: {} }, bridgeNad('ns1/lan', { bridge: 'br1' })),
  unseen: 'nads',
});

ruleCase({
  rule: NAD_020,
  name: 'trunk to the guest',
  severity: 'error',
  subject: 'nad/ns1/lan',
  faulty: linuxBridgeCluster(
    { portVlan: { mode: 'trunk', 'trunk-tags': [{ 'id-range': { min: 100, max: 149 } }] } },
    bridgeNad('ns1/lan', { bridge: 'br1', config: { vlanTrunk: [{ minID: 100, maxID: 150 }] } }),
  ),
  mended: linuxBridgeCluster(
    {
      portVlan: {
        mode: 'trunk',
        'trunk-tags': [{ 'id-range': { min: 100, max: 149 } }, { id: 150 }],
      },
    },
    bridgeNad('ns1/lan', { bridge: 'br1', config: { vlanTrunk: [{ minID: 100, maxID: 150 }] } }),
  ),
  unseen: 'nodeStates',
});
