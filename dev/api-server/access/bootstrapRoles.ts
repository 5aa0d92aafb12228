/**
 * The cluster roles a fresh OpenShift cluster has, cut down to the kinds served here. Who may read
 * what follows the aggregated roles of the operators: NMState for cluster-reader, net-attach-def for
 * project admins, user-defined networks for view and edit; cluster user-defined networks are for
 * cluster-admin alone (domain reference A.10).
 */
import type { KubeObject } from '../kubeObject';

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'update', 'patch', 'delete', 'deletecollection'];
const RBAC = 'rbac.authorization.k8s.io';

const VIEWED: readonly Rule[] = [
  {
    apiGroups: [''],
    resources: ['namespaces', 'pods', 'events', 'configmaps', 'services', 'serviceaccounts'],
    verbs: READ,
  },
  { apiGroups: ['apps'], resources: ['daemonsets', 'deployments'], verbs: READ },
  { apiGroups: ['project.openshift.io'], resources: ['projects'], verbs: ['get'] },
  {
    apiGroups: ['kubevirt.io'],
    resources: ['virtualmachines', 'virtualmachineinstances', 'virtualmachineinstancemigrations'],
    verbs: READ,
  },
  { apiGroups: ['k8s.ovn.org'], resources: ['userdefinednetworks'], verbs: READ },
];

const EDITED: readonly Rule[] = [
  ...VIEWED,
  { apiGroups: [''], resources: ['secrets'], verbs: READ },
  {
    apiGroups: [''],
    resources: ['pods', 'configmaps', 'secrets', 'services', 'serviceaccounts'],
    verbs: WRITE,
  },
  { apiGroups: ['apps'], resources: ['daemonsets', 'deployments'], verbs: WRITE },
  {
    apiGroups: ['kubevirt.io'],
    resources: ['virtualmachines', 'virtualmachineinstances'],
    verbs: WRITE,
  },
  { apiGroups: ['k8s.ovn.org'], resources: ['userdefinednetworks'], verbs: WRITE },
];

const ADMINISTERED: readonly Rule[] = [
  ...EDITED,
  { apiGroups: ['k8s.cni.cncf.io'], resources: ['network-attachment-definitions'], verbs: READ },
  { apiGroups: [RBAC], resources: ['roles', 'rolebindings'], verbs: [...READ, ...WRITE] },
];

const READ_BY_CLUSTER_READER: readonly Rule[] = [
  ...VIEWED,
  { apiGroups: [''], resources: ['nodes'], verbs: READ },
  { apiGroups: ['nmstate.io', 'kubevirt.io'], resources: ['*'], verbs: READ },
  { apiGroups: ['k8s.cni.cncf.io'], resources: ['*'], verbs: READ },
  { apiGroups: ['config.openshift.io', 'operator.openshift.io'], resources: ['*'], verbs: READ },
  { apiGroups: [RBAC], resources: ['*'], verbs: READ },
  { apiGroups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions'], verbs: READ },
];

const EVERYBODY: readonly Rule[] = [
  {
    apiGroups: ['authorization.k8s.io'],
    resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
    verbs: ['create'],
  },
  { apiGroups: ['authentication.k8s.io'], resources: ['selfsubjectreviews'], verbs: ['create'] },
  { apiGroups: ['project.openshift.io'], resources: ['projects'], verbs: ['get', 'list', 'watch'] },
];

/** The roles and the two bindings, as objects to store when a scenario brings none of that name. */
export function bootstrapRoles(): readonly KubeObject[] {
  return [
    clusterRole('cluster-admin', [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }]),
    clusterRole('admin', ADMINISTERED),
    clusterRole('edit', EDITED),
    clusterRole('view', VIEWED),
    clusterRole('cluster-reader', READ_BY_CLUSTER_READER),
    clusterRole('basic-user', EVERYBODY),
    clusterRoleBinding('basic-users', 'basic-user', 'system:authenticated'),
    clusterRoleBinding('cluster-admins', 'cluster-admin', 'system:cluster-admins'),
  ];
}

function clusterRole(name: string, rules: readonly Rule[]): KubeObject {
  return { apiVersion: `${RBAC}/v1`, kind: 'ClusterRole', metadata: { name }, rules };
}

function clusterRoleBinding(name: string, role: string, group: string): KubeObject {
  return {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role },
    subjects: [{ apiGroup: RBAC, kind: 'Group', name: group }],
  };
}
