/** VM-013: a pod network that gets lost */
import { object } from '../../../dev/test/makeCluster';
import { vm, vmi } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { VM_013 } from './VM-013';

const service = (selector: Record<string, string>) =>
  object('v1', 'Service', 'ns1/web', { spec: { selector } });
const noPod = vm('ns1/web', {
  nics: ['vlan-100'],
  pod: false,
  templateLabels: { app: 'web', 'network.kubevirt.io/headlessService': 'headless' },
});

ruleCase({
  rule: VM_013,
  severity: 'warning',
  subject: 'vm/ns1/web',
  faulty: healthyObjects(vm('ns1/web', { nics: ['vlan-100'], pod: false })),
  mended: healthyObjects(
    vm('ns1/web', { nics: ['vlan-100'], pod: false }),
    vmi('ns1/web', { nics: ['vlan-100'], pod: false }),
  ),
  unseen: 'vms',
});

const runsWithout = vmi('ns1/web', { nics: ['vlan-100'], pod: false });

ruleCase({
  rule: VM_013,
  name: 'a service targets it',
  severity: 'warning',
  subject: 'vm/ns1/web',
  faulty: healthyObjects(noPod, runsWithout, service({ app: 'web' })),
  // The console's own headless service targets every VM.
  mended: healthyObjects(
    noPod,
    runsWithout,
    service({ 'network.kubevirt.io/headlessService': 'headless' }),
  ),
  unseen: 'vmis',
});

ruleCase({
  rule: VM_013,
  name: 'a service of virtctl expose targets it by its name',
  severity: 'warning',
  subject: 'vm/ns1/web',
  faulty: healthyObjects(noPod, runsWithout, service({ 'vm.kubevirt.io/name': 'web' })),
  mended: healthyObjects(noPod, runsWithout, service({ 'vm.kubevirt.io/name': 'db' })),
  unseen: 'vmis',
});
