/** NAD-013: MTU against uplink, switch and default */
import { NOW, clusterNetwork } from '../../../dev/test/makeCluster';
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { completeSnapshot } from '../../cluster/snapshotOf';
import { buildGraph } from '../../network/buildGraph';
import { runDoctor } from '../runDoctor';
import { cudnCluster } from '../testing/cudnCluster';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_013 } from './NAD-013';

ruleCase({
  rule: NAD_013,
  severity: 'error',
  subject: 'network/lan',
  faulty: healthyObjects(vlanNad('ns2/lan', { mtu: 9000 })),
  mended: healthyObjects(vlanNad('ns2/lan')),
  unseen: 'nodeStates',
});

ruleCase({
  rule: NAD_013,
  name: 'not stated',
  severity: 'warning',
  subject: 'network/lan',
  faulty: healthyObjects(vlanNad('ns2/lan', { mtu: undefined })),
  mended: healthyObjects(vlanNad('ns2/lan')),
  unseen: healthyObjects(
    vlanNad('ns2/lan', { mtu: undefined }),
    clusterNetwork({ status: { migration: { mtu: { network: { from: 1400, to: 8900 } } } } }),
  ),
});

ruleCase({
  rule: NAD_013,
  name: 'not stated where the overlay happens to have the MTU of the uplink',
  severity: 'warning',
  subject: 'network/lan',
  faulty: healthyObjects(
    vlanNad('ns2/lan', { mtu: undefined }),
    clusterNetwork({ status: { clusterNetworkMTU: 1500 } }),
  ),
  mended: healthyObjects(vlanNad('ns2/lan')),
  unseen: healthyObjects(
    vlanNad('ns2/lan', { mtu: undefined }),
    clusterNetwork({ status: { migration: { mtu: { network: { from: 1400, to: 8900 } } } } }),
  ),
});

ruleCase({
  rule: NAD_013,
  name: 'stated by one of two NADs',
  severity: 'warning',
  subject: 'network/lan',
  // An absent MTU equals that of the overlay, so the two are no conflict (NAD-008).
  faulty: healthyObjects(
    vlanNad('ns2/lan', { mtu: 1400 }),
    vlanNad('default/lan', { mtu: undefined }),
  ),
  mended: healthyObjects(vlanNad('ns2/lan'), vlanNad('default/lan')),
  unseen: healthyObjects(
    vlanNad('ns2/lan', { mtu: 1400 }),
    vlanNad('default/lan', { mtu: undefined }),
    clusterNetwork({ status: { migration: { mtu: { network: { from: 1400, to: 8900 } } } } }),
  ),
});

ruleCase({
  rule: NAD_013,
  name: 'the switch takes less',
  severity: 'warning',
  subject: 'network/vlan-100',
  faulty: healthyObjects(
    workerState('worker-1', {
      nics: [{ name: 'ens224', lldp: { port: 'Ethernet2', vlans: [100, 200], maxFrame: 1514 } }],
    }),
  ),
  mended: healthyObjects(),
  unseen: 'nodeStates',
});

ruleCase({
  rule: NAD_013,
  name: 'less than the uplink',
  severity: 'info',
  subject: 'network/lan',
  faulty: healthyObjects(vlanNad('ns2/lan', { mtu: 1400 })),
  // A CUDN localnet defaults to the overlay MTU plus 100.
  mended: cudnCluster({ network: { mtu: undefined } }),
  unseen: 'nodeStates',
});

test('a chain, which OVN-Kubernetes refuses as a whole, has no network whose MTU could be wrong', () => {
  const plugin = {
    type: 'ovn-k8s-cni-overlay',
    topology: 'localnet',
    name: 'chained',
    netAttachDefName: 'ns2/chained',
  };
  const config = { cniVersion: '0.4.0', name: 'chained', plugins: [plugin, { type: 'tuning' }] };
  const chain = ovnNad('ns2/chained', { raw: JSON.stringify(config), accepted: false });
  const graph = buildGraph(completeSnapshot(healthyObjects(chain)));
  const rules = runDoctor({ graph, now: NOW }).findings.map(({ rule, subject }) => [rule, subject]);
  expect(rules).toContainEqual(['NAD-002', 'nad/ns2/chained']);
  expect(rules).not.toContainEqual(['NAD-013', 'network/chained']);
});
