/** VM-005: one IP address twice */
import { workerState } from '../../../dev/test/makeClusterHealthy';
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { vm, vmi } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { VM_005 } from './VM-005';

const second = (ips: readonly string[], nad = 'vlan-100') => [
  vm('ns1/db', { nics: [nad] }),
  vmi('ns1/db', { nics: [{ name: 'net1', nad, ips }] }),
];

ruleCase({
  rule: VM_005,
  severity: 'error',
  subject: 'vnic/ns1/web/net1',
  faulty: healthyObjects(...second(['10.100.0.5'])),
  mended: healthyObjects(...second(['10.100.0.6', 'fe80::1'])),
  unseen: 'vmis',
});

ruleCase({
  rule: VM_005,
  name: 'maybe a virtual address',
  severity: 'warning',
  subject: 'vnic/ns1/web/net1',
  faulty: healthyObjects(...second(['10.100.0.6', '10.100.0.5'])),
  mended: healthyObjects(...second(['10.100.0.6', '10.100.0.7'])),
  unseen: 'vmis',
});

/** The machine network: untagged on br-ex, whose address is the node's. */
const machineNet = [
  ovnNad('ns1/machine', { config: { physicalNetworkName: 'physnet' } }),
  workerState('worker-0', { brExLive: ['machine'] }),
];

ruleCase({
  rule: VM_005,
  name: 'that of a node',
  severity: 'error',
  subject: 'vnic/ns1/db/net1',
  faulty: healthyObjects(...machineNet, ...second(['192.168.4.12'], 'machine')),
  mended: healthyObjects(...machineNet, ...second(['192.168.4.99'], 'machine')),
  unseen: 'vmis',
});

ruleCase({
  rule: VM_005,
  name: 'that of a node whose wire is another one',
  severity: 'warning',
  subject: 'vnic/ns1/db/net1',
  faulty: healthyObjects(...second(['192.168.4.12'])),
  // On br-ex itself, under a tag, the machine network is provably another one.
  mended: healthyObjects(
    ovnNad('ns1/tagged', { config: { physicalNetworkName: 'physnet', vlanID: 77 } }),
    workerState('worker-0', { brExLive: ['tagged'] }),
    ...second(['192.168.4.12'], 'tagged'),
  ),
  unseen: 'nads',
});
