/** VM-001: a NAD that does not exist */
import { nns, snapshot } from '../../../dev/test/makeCluster';
import { vm } from '../../../dev/test/makeClusterVms';
import { snapshotOf } from '../../cluster/snapshotOf';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { VM_001 } from './VM-001';

ruleCase({
  rule: VM_001,
  severity: 'error',
  subject: 'vnic/ns1/db/net1',
  faulty: healthyObjects(vm('ns1/db', { nics: ['vlan-10'], runStrategy: 'Halted' })),
  mended: healthyObjects(vm('ns1/db', { nics: ['vlan-100'], runStrategy: 'Halted' })),
  unseen: 'nads',
});

ruleCase({
  rule: VM_001,
  name: 'no fallback to default',
  severity: 'error',
  subject: 'vnic/ns2/db/net1',
  faulty: healthyObjects(
    vlanNad('default/lan'),
    vm('ns2/db', { nics: ['lan'], runStrategy: 'Halted' }),
  ),
  mended: healthyObjects(
    vlanNad('default/lan'),
    vm('ns2/db', { nics: ['default/lan'], runStrategy: 'Halted' }),
  ),
  // The user sees the NADs of ns1 only: that of ns2 may exist.
  unseen: (() => {
    const all = snapshot(healthyObjects(vm('ns2/db', { nics: ['lan'], runStrategy: 'Halted' })));
    return { ...all, nads: { ...all.nads, state: 'forbidden', namespaces: ['ns1'] } };
  })(),
});

ruleCase({
  rule: VM_001,
  name: 'a dump of one project',
  severity: 'error',
  subject: 'vnic/ns1/db/net1',
  faulty: snapshotOf([vlanNad('ns1/lan'), vm('ns1/db', { nics: ['lna'], runStrategy: 'Halted' })]),
  mended: snapshotOf([vlanNad('ns1/lan'), vm('ns1/db', { nics: ['lan'], runStrategy: 'Halted' })]),
  // What is in default was not asked for.
  unseen: snapshotOf([
    vlanNad('ns1/lan'),
    vm('ns1/db', { nics: ['default/lan'], runStrategy: 'Halted' }),
  ]),
});

ruleCase({
  rule: VM_001,
  name: 'a dump that holds node states was not taken by a user of one project',
  severity: 'error',
  subject: 'vnic/ns1/db/net1',
  faulty: snapshotOf([
    vlanNad('ns1/lan'),
    nns('worker-0', { ip: '192.168.4.11' }),
    vm('ns1/db', { nics: ['default/lan'], runStrategy: 'Halted' }),
  ]),
  mended: snapshotOf([
    vlanNad('ns1/lan'),
    nns('worker-0', { ip: '192.168.4.11' }),
    vm('ns1/db', { nics: ['lan'], runStrategy: 'Halted' }),
  ]),
  unseen: snapshotOf([
    vlanNad('ns1/lan'),
    vm('ns1/db', { nics: ['default/lan'], runStrategy: 'Halted' }),
  ]),
  also: ['NAD-004', 'NAD-005', 'NAD-006'],
});
