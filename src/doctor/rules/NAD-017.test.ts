/** NAD-017: nothing steers the VM to the bridge */
import { vm } from '../../../dev/test/makeClusterVms';
import { linuxBridgeCluster } from '../testing/linuxBridge';
import { ruleCase } from '../testing/ruleCase';
import { NAD_017 } from './NAD-017';

ruleCase({
  rule: NAD_017,
  severity: 'warning',
  subject: 'nad/ns1/lan',
  faulty: linuxBridgeCluster({ on: ['worker-0'], resource: false }),
  mended: linuxBridgeCluster({ on: ['worker-0'] }),
  unseen: 'nodeStates',
});

ruleCase({
  rule: NAD_017,
  name: 'asks the nodes of its VMs only',
  severity: 'warning',
  subject: 'nad/ns1/lan',
  faulty: linuxBridgeCluster({ on: ['worker-0'], resource: false }),
  mended: linuxBridgeCluster(
    { on: ['worker-0'], resource: false },
    vm('ns1/app', {
      nics: ['lan'],
      runStrategy: 'Halted',
      template: { nodeSelector: { 'kubernetes.io/hostname': 'worker-0' } },
    }),
  ),
  unseen: 'nodes',
});
