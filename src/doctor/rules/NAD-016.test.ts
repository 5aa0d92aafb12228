/** NAD-016: a bridge that is not there, or leads nowhere */
import { NOW } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { bridgeNad } from '../../../dev/test/makeClusterPolicies';
import { vm, vmi } from '../../../dev/test/makeClusterVms';
import { completeSnapshot, emptySnapshot } from '../../cluster/snapshotOf';
import { buildGraph } from '../../network/buildGraph';
import { linuxBridgeCluster } from '../testing/linuxBridge';
import { ruleCase } from '../testing/ruleCase';
import { NAD_016 } from './NAD-016';

const onWorker1 = [
  vm('ns1/app', { nics: ['lan'] }),
  vmi('ns1/app', { nics: ['lan'], node: 'worker-1' }),
];

ruleCase({
  rule: NAD_016,
  severity: 'error',
  subject: 'nad/ns1/lan',
  faulty: linuxBridgeCluster({ on: ['worker-0'] }, ...onWorker1),
  mended: linuxBridgeCluster({}, ...onWorker1),
  unseen: 'vmis',
  also: ['VM-014'],
});

ruleCase({
  rule: NAD_016,
  name: 'on no node',
  severity: 'error',
  subject: 'nad/ns2/lan',
  faulty: linuxBridgeCluster({}, bridgeNad('ns2/lan', { bridge: 'br11', resource: false })),
  // A bridge that hands out addresses and that no VM uses is made by the CNI for containers.
  mended: linuxBridgeCluster(
    {},
    bridgeNad('ns2/lan', { bridge: 'br11', config: { ipam: { type: 'host-local' } } }),
  ),
  unseen: 'nodeStates',
  also: ['NAD-017', 'NAD-018'],
});

ruleCase({
  rule: NAD_016,
  name: 'made by the CNI',
  severity: 'error',
  subject: 'nad/ns1/lan',
  faulty: linuxBridgeCluster(
    {},
    ...onWorker1,
    workerState('worker-1', {
      bridges: [
        { name: 'br-vmdata', ports: ['ens224'] },
        { name: 'br1', linux: true, ports: [] },
      ],
    }),
  ),
  mended: linuxBridgeCluster({}, ...onWorker1),
  unseen: 'nodeStates',
  also: ['NODE-004'],
});

test('NAD-016: a bridge that no node has needs no sight of the instances', () => {
  const objects = linuxBridgeCluster({}, bridgeNad('ns2/lan', { bridge: 'br11', resource: false }));
  const snapshot = { ...completeSnapshot(objects), vmis: emptySnapshot().vmis };
  const { findings, unknown } = NAD_016.check({ graph: buildGraph(snapshot), now: NOW });
  expect(findings.map((finding) => finding.subject)).toEqual(['nad/ns2/lan']);
  expect(unknown.map((result) => result.subject)).toEqual(['nad/ns1/lan']);
});
