/**
 * Kinds that Kubernetes itself brings: core, apps, events aside, RBAC and the review kinds.
 * Columns follow the printers of the real server (kubernetes pkg/printers/internalversion).
 */
import { arrayAt, isRecord, recordAt, stringAt, valueAt } from '../json';
import type { KubeObject } from '../kubeObject';
import type { PrinterColumn, ResourceKind } from './resourceKind';
import { CREATE_ONLY, nativeKind } from './resourceKind';

const AGE: PrinterColumn = { name: 'Age', type: 'date', value: '.metadata.creationTimestamp' };

function condition(object: KubeObject, type: string): string {
  const found = arrayAt(object, 'status', 'conditions').find(
    (item) => isRecord(item) && item.type === type,
  );
  return stringAt(found, 'status');
}

function nodeStatus(object: KubeObject): string {
  const ready = condition(object, 'Ready');
  const words = [ready === 'True' ? 'Ready' : ready === '' ? 'Unknown' : 'NotReady'];
  if (valueAt(object, 'spec', 'unschedulable') === true) {
    words.push('SchedulingDisabled');
  }
  return words.join(',');
}

function nodeRoles(object: KubeObject): string {
  const prefix = 'node-role.kubernetes.io/';
  const roles = Object.keys(object.metadata.labels ?? {})
    .filter((label) => label.startsWith(prefix))
    .map((label) => label.slice(prefix.length))
    .sort();
  return roles.join(',') || '<none>';
}

function readyContainers(object: KubeObject): string {
  const statuses = arrayAt(object, 'status', 'containerStatuses');
  const ready = statuses.filter((item) => isRecord(item) && item.ready === true).length;
  return `${ready}/${arrayAt(object, 'spec', 'containers').length}`;
}

function restarts(object: KubeObject): number {
  return arrayAt(object, 'status', 'containerStatuses').reduce<number>((sum, item) => {
    const count = isRecord(item) ? item.restartCount : 0;
    return sum + (typeof count === 'number' ? count : 0);
  }, 0);
}

function podStatus(object: KubeObject): string {
  if (object.metadata.deletionTimestamp !== undefined) {
    return 'Terminating';
  }
  return stringAt(object, 'status', 'reason') || stringAt(object, 'status', 'phase') || 'Unknown';
}

function entryCount(object: KubeObject): number {
  return (
    Object.keys(recordAt(object, 'data')).length +
    Object.keys(recordAt(object, 'binaryData')).length
  );
}

function involvedObject(object: KubeObject): string {
  const kind = stringAt(object, 'involvedObject', 'kind').toLowerCase();
  return `${kind}/${stringAt(object, 'involvedObject', 'name')}`;
}

function servicePorts(object: KubeObject): string {
  const ports = arrayAt(object, 'spec', 'ports').map((port) => {
    const protocol = stringAt(port, 'protocol') || 'TCP';
    return `${String(valueAt(port, 'port'))}/${protocol}`;
  });
  return ports.join(',') || '<none>';
}

function replicas(object: KubeObject): string {
  const ready = numberAt('status', 'readyReplicas')(object);
  const wanted = valueAt(object, 'spec', 'replicas');
  return `${ready}/${typeof wanted === 'number' ? wanted : 1}`;
}

function numberAt(...path: readonly string[]): (object: KubeObject) => number {
  return (object) => {
    const found = valueAt(object, ...path);
    return typeof found === 'number' ? found : 0;
  };
}

function roleRef(object: KubeObject): string {
  return `${stringAt(object, 'roleRef', 'kind')}/${stringAt(object, 'roleRef', 'name')}`;
}

const core = { group: '', versions: ['v1'] };
const apps = { group: 'apps', versions: ['v1'] };
const rbac = { group: 'rbac.authorization.k8s.io', versions: ['v1'] };
const authorization = { group: 'authorization.k8s.io', versions: ['v1'] };

export const coreKinds: readonly ResourceKind[] = [
  nativeKind({
    ...core,
    plural: 'namespaces',
    kind: 'Namespace',
    shortNames: ['ns'],
    namespaced: false,
    statusSubresource: true,
    columns: [{ name: 'Status', type: 'string', value: '.status.phase' }, AGE],
  }),
  nativeKind({
    ...core,
    plural: 'nodes',
    kind: 'Node',
    shortNames: ['no'],
    namespaced: false,
    statusSubresource: true,
    columns: [
      { name: 'Status', type: 'string', value: nodeStatus },
      { name: 'Roles', type: 'string', value: nodeRoles },
      AGE,
      { name: 'Version', type: 'string', value: '.status.nodeInfo.kubeletVersion' },
      {
        name: 'Internal-IP',
        type: 'string',
        value: '.status.addresses[?(@.type=="InternalIP")].address',
        priority: 1,
      },
    ],
  }),
  nativeKind({
    ...core,
    plural: 'pods',
    kind: 'Pod',
    shortNames: ['po'],
    categories: ['all'],
    namespaced: true,
    statusSubresource: true,
    columns: [
      { name: 'Ready', type: 'string', value: readyContainers },
      { name: 'Status', type: 'string', value: podStatus },
      { name: 'Restarts', type: 'integer', value: restarts },
      AGE,
      { name: 'IP', type: 'string', value: '.status.podIP', priority: 1 },
      { name: 'Node', type: 'string', value: '.spec.nodeName', priority: 1 },
    ],
  }),
  nativeKind({
    ...core,
    plural: 'events',
    kind: 'Event',
    shortNames: ['ev'],
    namespaced: true,
    columns: [
      { name: 'Last Seen', type: 'date', value: '.lastTimestamp' },
      { name: 'Type', type: 'string', value: '.type' },
      { name: 'Reason', type: 'string', value: '.reason' },
      { name: 'Object', type: 'string', value: involvedObject },
      { name: 'Message', type: 'string', value: '.message' },
    ],
  }),
  nativeKind({
    ...core,
    plural: 'configmaps',
    kind: 'ConfigMap',
    shortNames: ['cm'],
    namespaced: true,
    columns: [{ name: 'Data', type: 'integer', value: entryCount }, AGE],
  }),
  nativeKind({
    ...core,
    plural: 'secrets',
    kind: 'Secret',
    namespaced: true,
    columns: [
      { name: 'Type', type: 'string', value: '.type' },
      { name: 'Data', type: 'integer', value: entryCount },
      AGE,
    ],
  }),
  nativeKind({
    ...core,
    plural: 'services',
    kind: 'Service',
    shortNames: ['svc'],
    categories: ['all'],
    namespaced: true,
    statusSubresource: true,
    columns: [
      { name: 'Type', type: 'string', value: '.spec.type' },
      { name: 'Cluster-IP', type: 'string', value: '.spec.clusterIP' },
      { name: 'Port(s)', type: 'string', value: servicePorts },
      AGE,
    ],
  }),
  nativeKind({
    ...core,
    plural: 'serviceaccounts',
    kind: 'ServiceAccount',
    shortNames: ['sa'],
    namespaced: true,
  }),
  nativeKind({
    ...apps,
    plural: 'daemonsets',
    kind: 'DaemonSet',
    shortNames: ['ds'],
    categories: ['all'],
    namespaced: true,
    statusSubresource: true,
    countsGenerations: true,
    columns: [
      { name: 'Desired', type: 'integer', value: numberAt('status', 'desiredNumberScheduled') },
      { name: 'Current', type: 'integer', value: numberAt('status', 'currentNumberScheduled') },
      { name: 'Ready', type: 'integer', value: numberAt('status', 'numberReady') },
      { name: 'Available', type: 'integer', value: numberAt('status', 'numberAvailable') },
      AGE,
    ],
  }),
  nativeKind({
    ...apps,
    plural: 'deployments',
    kind: 'Deployment',
    shortNames: ['deploy'],
    categories: ['all'],
    namespaced: true,
    statusSubresource: true,
    countsGenerations: true,
    columns: [
      { name: 'Ready', type: 'string', value: replicas },
      { name: 'Up-to-date', type: 'integer', value: numberAt('status', 'updatedReplicas') },
      { name: 'Available', type: 'integer', value: numberAt('status', 'availableReplicas') },
      AGE,
    ],
  }),
  nativeKind({ ...rbac, plural: 'roles', kind: 'Role', namespaced: true }),
  nativeKind({ ...rbac, plural: 'clusterroles', kind: 'ClusterRole', namespaced: false }),
  nativeKind({
    ...rbac,
    plural: 'rolebindings',
    kind: 'RoleBinding',
    namespaced: true,
    columns: [{ name: 'Role', type: 'string', value: roleRef }, AGE],
  }),
  nativeKind({
    ...rbac,
    plural: 'clusterrolebindings',
    kind: 'ClusterRoleBinding',
    namespaced: false,
    columns: [{ name: 'Role', type: 'string', value: roleRef }, AGE],
  }),
  ...['SelfSubjectAccessReview', 'SelfSubjectRulesReview', 'SubjectAccessReview'].map((kind) =>
    nativeKind({
      ...authorization,
      plural: `${kind.toLowerCase()}s`,
      kind,
      namespaced: false,
      verbs: CREATE_ONLY,
    }),
  ),
  nativeKind({
    group: 'authentication.k8s.io',
    versions: ['v1'],
    plural: 'selfsubjectreviews',
    kind: 'SelfSubjectReview',
    namespaced: false,
    verbs: CREATE_ONLY,
  }),
];
