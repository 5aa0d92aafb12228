/** NAD-003: a copy to another namespace */
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_003 } from './NAD-003';

ruleCase({
  rule: NAD_003,
  severity: 'error',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(vlanNad('ns2/lan', { netAttachDefName: 'ns1/lan' }, { accepted: false })),
  mended: healthyObjects(vlanNad('ns2/lan')),
  unseen: 'nads',
  also: ['NAD-014'],
});

ruleCase({
  rule: NAD_003,
  name: 'missing',
  severity: 'error',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(vlanNad('ns2/lan', { netAttachDefName: undefined }, { accepted: false })),
  // The NAD that OVN-Kubernetes keeps for its own default network names none.
  mended: healthyObjects(
    ovnNad('openshift-ovn-kubernetes/default', {
      raw: '{"cniVersion": "0.4.0", "name": "ovn-kubernetes", "type": "ovn-k8s-cni-overlay"}',
      accepted: false,
    }),
  ),
  unseen: 'nads',
  also: ['NAD-014'],
});
