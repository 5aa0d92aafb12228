/** CUDN-010: a primary network without its label */
import { namespace } from '../../../dev/test/makeCluster';
import { cudn } from '../../../dev/test/makeClusterPolicies';
import { vm } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { CUDN_010 } from './CUDN-010';

const primary = cudn('corp', {
  topology: 'Layer2',
  namespaces: ['ns2'],
  network: { role: 'Primary', subnets: ['10.200.0.0/16'], ipam: { lifecycle: 'Persistent' } },
});
const ns2 = (labels: Record<string, string>) =>
  namespace('ns2', { labels: { 'vm-network/corp': 'true', ...labels } });
const labelled = ns2({ 'k8s.ovn.org/primary-user-defined-network': '' });

ruleCase({
  rule: CUDN_010,
  severity: 'warning',
  subject: 'cudn/corp',
  faulty: healthyObjects(primary, ns2({})),
  mended: healthyObjects(primary, labelled),
  unseen: 'namespaces',
});

ruleCase({
  rule: CUDN_010,
  name: 'a VM with masquerade',
  severity: 'warning',
  subject: 'cudn/corp',
  faulty: healthyObjects(primary, labelled, vm('ns2/db', { runStrategy: 'Halted' })),
  mended: healthyObjects(primary, labelled, vm('ns2/db', { pod: false, runStrategy: 'Halted' })),
  unseen: 'cudns',
  also: ['VM-003'],
});
