/** NAD-027: SR-IOV without a device */
import { node, object } from '../../../dev/test/makeCluster';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { NAD_027 } from './NAD-027';

const nad = object('k8s.cni.cncf.io/v1', 'NetworkAttachmentDefinition', 'ns2/vf', {
  meta: { annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'openshift.io/fastnic' } },
  spec: { config: '{"cniVersion": "0.3.1", "name": "vf", "type": "sriov", "vlan": 0}' },
});

ruleCase({
  rule: NAD_027,
  severity: 'error',
  subject: 'nad/ns2/vf',
  faulty: healthyObjects(nad, node('worker-0', { allocatable: { 'openshift.io/fastnic': '0' } })),
  mended: healthyObjects(nad, node('worker-0', { allocatable: { 'openshift.io/fastnic': '4' } })),
  unseen: 'nodes',
});
