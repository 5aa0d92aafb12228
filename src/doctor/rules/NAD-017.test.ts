/** NAD-017: nothing steers the VM to the bridge */
import { bridgeNad } from '../../../dev/test/makeClusterPolicies';
import { workerState } from '../../../dev/test/makeClusterHealthy';
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

ruleCase({
  rule: NAD_017,
  name: 'leaves a name that is an OVS bridge to NAD-019',
  severity: 'warning',
  subject: 'nad/ns2/lan',
  faulty: linuxBridgeCluster({}, bridgeNad('ns2/lan', { bridge: 'br11', resource: false })),
  mended: linuxBridgeCluster({}, bridgeNad('ns2/lan', { bridge: 'br-vmdata', resource: false })),
  unseen: 'nodeStates',
  also: ['NAD-016', 'NAD-019'],
});

const byTheCni = workerState('worker-1', {
  nics: ['ens224', 'ens256'],
  bridges: [
    { name: 'br-vmdata', ports: ['ens224'] },
    { name: 'br1', linux: true, ports: [] },
  ],
});

ruleCase({
  rule: NAD_017,
  name: 'does not count a bridge that the CNI made',
  severity: 'warning',
  subject: 'nad/ns1/lan',
  faulty: linuxBridgeCluster({ resource: false }, byTheCni),
  mended: linuxBridgeCluster({ resource: false }),
  unseen: 'nodeStates',
  also: ['NODE-004'],
});

ruleCase({
  rule: NAD_017,
  name: 'leaves a bridge for containers alone',
  severity: 'warning',
  subject: 'nad/ns2/mesh',
  faulty: linuxBridgeCluster({}, bridgeNad('ns2/mesh', { bridge: 'mesh0', resource: false })),
  mended: linuxBridgeCluster(
    {},
    bridgeNad('ns2/mesh', {
      bridge: 'mesh0',
      resource: false,
      config: { isGateway: true, ipam: { type: 'host-local', subnet: '10.77.0.0/16' } },
    }),
  ),
  unseen: 'nodeStates',
  also: ['NAD-016'],
});
