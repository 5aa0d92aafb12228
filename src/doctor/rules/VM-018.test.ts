/** VM-018: policies that protect nothing */
import { object } from '../../../dev/test/makeCluster';
import { healthyObjects } from '../testing/healthyObjects';
import { ruleCase } from '../testing/ruleCase';
import { VM_018 } from './VM-018';

const policy = (peer: Record<string, unknown>, nad = 'vlan-100') =>
  object('k8s.cni.cncf.io/v1beta1', 'MultiNetworkPolicy', 'ns1/deny', {
    meta: { annotations: { 'k8s.v1.cni.cncf.io/policy-for': nad } },
    spec: { podSelector: {}, ingress: [{ from: [peer] }] },
  });
const operator = (useMultiNetworkPolicy: boolean) =>
  object('operator.openshift.io/v1', 'Network', 'cluster', { spec: { useMultiNetworkPolicy } });
const byAddress = { ipBlock: { cidr: '10.100.0.0/24' } };
const mended = healthyObjects(operator(true), policy(byAddress));

ruleCase({
  rule: VM_018,
  name: 'selects pods without addresses',
  severity: 'warning',
  subject: 'vnic/ns1/web/net1',
  faulty: healthyObjects(operator(true), policy({ podSelector: {} })),
  mended,
  unseen: 'multiNetworkPolicies',
});

ruleCase({
  rule: VM_018,
  name: 'missing NAD',
  severity: 'warning',
  subject: 'multiNetworkPolicy/ns1/deny',
  faulty: healthyObjects(operator(true), policy(byAddress, 'lan')),
  mended,
  unseen: 'nads',
});

ruleCase({
  rule: VM_018,
  name: 'switched off',
  severity: 'warning',
  subject: 'vnic/ns1/web/net1',
  faulty: healthyObjects(operator(false), policy(byAddress)),
  mended,
  unseen: 'operatorNetworks',
});
