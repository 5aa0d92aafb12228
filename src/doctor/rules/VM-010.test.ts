/** VM-010: plugs that do not finish */
import { vmi } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { minutesAgo } from '../testing/healthyWith';
import { ruleCase } from '../testing/ruleCase';
import { VM_010 } from './VM-010';

const reporting = (...status: readonly Record<string, unknown>[]) =>
  vmi('ns1/web', {
    nics: ['vlan-100'],
    status: [{ name: 'default', infoSource: 'domain' }, ...status],
  });

ruleCase({
  rule: VM_010,
  severity: 'warning',
  subject: 'vnic/ns1/web/net1',
  faulty: healthyObjects(reporting()),
  mended: healthyObjects(reporting({ name: 'net1', infoSource: 'domain, multus-status' })),
  unseen: 'vmis',
});

const leaving = (infoSource: string) =>
  vmi('ns1/web', {
    nics: [{ name: 'net1', nad: 'vlan-100', state: 'absent' }],
    status: [
      { name: 'default', infoSource: 'domain' },
      { name: 'net1', infoSource },
    ],
  });

ruleCase({
  rule: VM_010,
  name: 'unplug',
  severity: 'warning',
  subject: 'vnic/ns1/web/net1',
  faulty: healthyObjects(leaving('domain, multus-status')),
  mended: healthyObjects(leaving('multus-status')),
  unseen: 'vmis',
});

const readySince = (minutes: number) =>
  vmi('ns1/web', {
    nics: ['vlan-100'],
    status: [{ name: 'default', infoSource: 'domain' }],
    conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: minutesAgo(minutes) }],
  });

ruleCase({
  rule: VM_010,
  name: 'not while the guest has only just come up',
  severity: 'warning',
  subject: 'vnic/ns1/web/net1',
  faulty: healthyObjects(readySince(3)),
  mended: healthyObjects(readySince(1)),
  unseen: 'vmis',
});
