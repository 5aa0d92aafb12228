/** NAD-018: resourceName against what nodes offer */
import { node } from '../../../dev/test/makeCluster';
import { linuxBridgeCluster } from '../testing/linuxBridge';
import { ruleCase } from '../testing/ruleCase';
import { NAD_018 } from './NAD-018';

ruleCase({
  rule: NAD_018,
  severity: 'error',
  subject: 'nad/ns1/lan',
  faulty: linuxBridgeCluster({ offeredBy: [] }),
  mended: linuxBridgeCluster(),
  unseen: 'nodes',
});

const other = { 'k8s.v1.cni.cncf.io/resourceName': 'bridge.network.kubevirt.io/br2' };
const offersBoth = node('worker-1', {
  allocatable: { 'bridge.network.kubevirt.io/br1': '1k', 'bridge.network.kubevirt.io/br2': '1k' },
});

ruleCase({
  rule: NAD_018,
  name: 'names another bridge',
  severity: 'warning',
  subject: 'nad/ns1/lan',
  faulty: linuxBridgeCluster({ annotations: other }, offersBoth),
  mended: linuxBridgeCluster({}, offersBoth),
  unseen: 'nads',
});
