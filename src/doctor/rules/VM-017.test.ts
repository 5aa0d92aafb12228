/** VM-017: addresses that the cluster uses */
import { object } from '../../../dev/test/makeCluster';
import { vmi } from '../../../dev/test/makeClusterVms';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { VM_017 } from './VM-017';

const reporting = (...ips: readonly string[]) =>
  vmi('ns1/web', { nics: [{ name: 'net1', nad: 'vlan-100', ips }] });

ruleCase({
  rule: VM_017,
  severity: 'warning',
  subject: 'vnic/ns1/web/net1',
  faulty: healthyObjects(reporting('10.128.3.4')),
  mended: healthyObjects(reporting('10.100.0.5', '169.254.7.7')),
  unseen: 'clusterNetworks',
});

ruleCase({
  rule: VM_017,
  name: 'join subnet',
  severity: 'warning',
  subject: 'vnic/ns1/web/net1',
  faulty: healthyObjects(reporting('100.64.0.9')),
  mended: healthyObjects(
    reporting('100.64.0.9'),
    object('operator.openshift.io/v1', 'Network', 'cluster', {
      spec: {
        defaultNetwork: {
          ovnKubernetesConfig: {
            ipv4: { internalJoinSubnet: '100.99.0.0/16' },
          },
        },
      },
    }),
  ),
  unseen: 'vms',
});
