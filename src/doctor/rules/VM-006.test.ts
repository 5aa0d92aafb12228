/** VM-006: addresses that the guest invents */
import { macOf } from '../../../dev/test/makeClusterInterfaces';
import { vmi } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { VM_006 } from './VM-006';

const guest = (...extra: readonly Record<string, unknown>[]) =>
  vmi('ns1/web', {
    nics: ['vlan-100'],
    status: [
      { name: 'default', mac: macOf('ns1/web/default'), infoSource: 'domain, guest-agent' },
      {
        name: 'net1',
        mac: macOf('ns1/web/net1'),
        interfaceName: 'eth1',
        infoSource: 'domain, guest-agent, multus-status',
      },
      ...extra,
    ],
  });
const own = (interfaceName: string) =>
  guest({ mac: '52:54:00:00:00:01', interfaceName, infoSource: 'guest-agent' });

ruleCase({
  rule: VM_006,
  severity: 'warning',
  subject: 'vm/ns1/web',
  faulty: healthyObjects(own('bridge0')),
  mended: healthyObjects(own('docker0')),
  // The guest agent does not run, so nobody says what the guest does.
  unseen: healthyObjects(
    vmi('ns1/web', {
      nics: ['vlan-100'],
      status: [
        { name: 'default', infoSource: 'domain' },
        { name: 'net1', infoSource: 'domain, multus-status' },
      ],
    }),
  ),
});

ruleCase({
  rule: VM_006,
  name: 'another address on the NIC',
  severity: 'warning',
  subject: 'vm/ns1/web',
  faulty: healthyObjects(
    vmi('ns1/web', {
      nics: ['vlan-100'],
      status: [
        { name: 'default', infoSource: 'domain' },
        {
          name: 'net1',
          mac: '52:54:00:00:00:01',
          interfaceName: 'eth1',
          infoSource: 'domain, guest-agent, multus-status',
        },
      ],
    }),
  ),
  mended: healthyObjects(guest()),
  unseen: 'vmis',
});
