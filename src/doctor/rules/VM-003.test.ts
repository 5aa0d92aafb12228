/** VM-003: bindings */
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { vm } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { VM_003 } from './VM-003';

const bound = (binding: string) =>
  vm('ns1/db', { nics: [{ name: 'net1', nad: 'vlan-100', binding }], runStrategy: 'Halted' });

ruleCase({
  rule: VM_003,
  severity: 'error',
  subject: 'vnic/ns1/db/net1',
  faulty: healthyObjects(bound('masquerade')),
  mended: healthyObjects(bound('bridge')),
  unseen: 'nads',
});

/** The pod network by a binding plugin. */
const plugin = (name: string) =>
  vm('ns1/db', {
    pod: false,
    runStrategy: 'Halted',
    template: {
      domain: { devices: { interfaces: [{ name: 'net1', binding: { name } }] } },
      networks: [{ name: 'net1', multus: { networkName: 'vlan-100' } }],
    },
  });

ruleCase({
  rule: VM_003,
  name: 'SR-IOV on an OVN network',
  severity: 'error',
  subject: 'vnic/ns1/db/net1',
  faulty: healthyObjects(bound('sriov')),
  mended: healthyObjects(bound('bridge')),
  unseen: healthyObjects(plugin('acme')),
});

ruleCase({
  rule: VM_003,
  name: 'masquerade in a namespace with a primary network',
  severity: 'error',
  subject: 'vnic/ns2/db/default',
  faulty: healthyObjects(
    ovnNad('ns2/primary', { config: { topology: 'layer2', role: 'primary', mtu: 1400 } }),
    vm('ns2/db', { runStrategy: 'Halted' }),
  ),
  mended: healthyObjects(vm('ns2/db', { runStrategy: 'Halted' })),
  unseen: 'vms',
});
