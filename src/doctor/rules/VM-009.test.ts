/** VM-009: links that are down */
import { vm, vmi } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { VM_009 } from './VM-009';

ruleCase({
  rule: VM_009,
  severity: 'warning',
  subject: 'vnic/ns1/web/net1',
  faulty: healthyObjects(
    vmi('ns1/web', {
      nics: ['vlan-100'],
      status: [
        { name: 'default', infoSource: 'domain', linkState: 'up' },
        { name: 'net1', infoSource: 'domain, multus-status', linkState: 'down' },
      ],
    }),
  ),
  mended: healthyObjects(),
  unseen: 'vms',
});

ruleCase({
  rule: VM_009,
  name: 'by request',
  severity: 'info',
  subject: 'vnic/ns1/db/net1',
  faulty: healthyObjects(
    vm('ns1/db', {
      nics: [{ name: 'net1', nad: 'vlan-100', state: 'down' }],
      runStrategy: 'Halted',
    }),
  ),
  mended: healthyObjects(vm('ns1/db', { nics: ['vlan-100'], runStrategy: 'Halted' })),
  unseen: 'vms',
});
