/** NAD-014: a NAD that OVN-Kubernetes has not taken */
import { NOW, WRITTEN, object } from '../../../dev/test/makeCluster';
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { vlanNad } from '../testing/vlanNad';
import { NAD_014 } from './NAD-014';

const refusal = (at: string) =>
  object('v1', 'Event', 'ns2/lan.1', {
    type: 'Warning',
    reason: 'InvalidConfig',
    message: 'Failed to parse network config: CNI plugin chaining is not supported',
    involvedObject: { kind: 'NetworkAttachmentDefinition', namespace: 'ns2', name: 'lan' },
    lastTimestamp: at,
  });

ruleCase({
  rule: NAD_014,
  severity: 'error',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(vlanNad('ns2/lan', {}, { accepted: false })),
  mended: healthyObjects(vlanNad('ns2/lan')),
  // A release that annotates no NAD at all says nothing about this one.
  unseen: healthyObjects(ovnNad('ns1/vlan-100', { accepted: false })),
});

ruleCase({
  rule: NAD_014,
  name: 'refused after its last change',
  severity: 'error',
  subject: 'nad/ns2/lan',
  faulty: healthyObjects(vlanNad('ns2/lan'), refusal(WRITTEN)),
  mended: healthyObjects(vlanNad('ns2/lan'), refusal('2025-11-30T08:00:00Z')),
  // It was made a second ago: too early to tell.
  unseen: healthyObjects(
    vlanNad(
      'ns2/lan',
      {},
      { accepted: false, meta: { creationTimestamp: new Date(NOW - 1000).toISOString() } },
    ),
  ),
});
