/**
 * Kinds of the network operators: NMState, Multus and OVN-Kubernetes. Names, short names and columns
 * are those of their custom resource definitions (kubernetes-nmstate deploy/crds,
 * network-attachment-definition-client, ovn-kubernetes dist/templates).
 */
import type { PrinterColumn, ResourceKind } from './resourceKind';
import { customKind } from './resourceKind';

const AGE: PrinterColumn = { name: 'Age', type: 'date', value: '.metadata.creationTimestamp' };
const STATUS_OF_TRUE: PrinterColumn = {
  name: 'Status',
  type: 'string',
  description: 'Status',
  value: '.status.conditions[?(@.status=="True")].type',
};
const REASON_OF_TRUE: PrinterColumn = {
  name: 'Reason',
  type: 'string',
  description: 'Reason',
  value: '.status.conditions[?(@.status=="True")].reason',
};

const ovn = { group: 'k8s.ovn.org', versions: ['v1'] };

export const networkKinds: readonly ResourceKind[] = [
  customKind({
    group: 'nmstate.io',
    versions: ['v1', 'v1beta1'],
    plural: 'nmstates',
    kind: 'NMState',
    namespaced: false,
    statusSubresource: true,
  }),
  customKind({
    group: 'nmstate.io',
    versions: ['v1', 'v1beta1'],
    plural: 'nodenetworkconfigurationpolicies',
    kind: 'NodeNetworkConfigurationPolicy',
    shortNames: ['nncp'],
    namespaced: false,
    statusSubresource: true,
    columns: [STATUS_OF_TRUE, REASON_OF_TRUE],
  }),
  customKind({
    group: 'nmstate.io',
    versions: ['v1beta1'],
    plural: 'nodenetworkconfigurationenactments',
    kind: 'NodeNetworkConfigurationEnactment',
    shortNames: ['nnce'],
    namespaced: false,
    statusSubresource: true,
    columns: [
      STATUS_OF_TRUE,
      {
        name: 'Status Age',
        type: 'date',
        description: 'Status Age',
        value: '.status.conditions[?(@.status=="True")].lastTransitionTime',
      },
      REASON_OF_TRUE,
    ],
  }),
  customKind({
    group: 'nmstate.io',
    versions: ['v1beta1'],
    plural: 'nodenetworkstates',
    kind: 'NodeNetworkState',
    shortNames: ['nns'],
    namespaced: false,
    statusSubresource: true,
  }),
  customKind({
    group: 'k8s.cni.cncf.io',
    versions: ['v1'],
    plural: 'network-attachment-definitions',
    singular: 'network-attachment-definition',
    kind: 'NetworkAttachmentDefinition',
    shortNames: ['net-attach-def'],
    namespaced: true,
  }),
  customKind({
    group: 'k8s.cni.cncf.io',
    versions: ['v1beta1'],
    plural: 'multi-networkpolicies',
    singular: 'multi-networkpolicy',
    kind: 'MultiNetworkPolicy',
    shortNames: ['multi-policy'],
    namespaced: true,
  }),
  customKind({
    ...ovn,
    plural: 'userdefinednetworks',
    kind: 'UserDefinedNetwork',
    namespaced: true,
    statusSubresource: true,
    columns: [AGE],
  }),
  customKind({
    ...ovn,
    plural: 'clusteruserdefinednetworks',
    kind: 'ClusterUserDefinedNetwork',
    namespaced: false,
    statusSubresource: true,
    columns: [AGE],
  }),
];
