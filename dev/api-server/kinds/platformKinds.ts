/**
 * Kinds of KubeVirt and OpenShift. A VirtualMachineInstance has no status subresource: KubeVirt's
 * own definition leaves it out (kubevirt pkg/virt-operator/resource/generate/components/crds.go), so
 * its status is written with the object. Networks of config.openshift.io are the same.
 */
import type { PrinterColumn, ResourceKind } from './resourceKind';
import { READ_VERBS, customKind, nativeKind } from './resourceKind';

const AGE: PrinterColumn = { name: 'Age', type: 'date', value: '.metadata.creationTimestamp' };
const PHASE: PrinterColumn = { name: 'Phase', type: 'string', value: '.status.phase' };
const READY: PrinterColumn = {
  name: 'Ready',
  type: 'string',
  value: '.status.conditions[?(@.type=="Ready")].status',
};

const kubevirt = { group: 'kubevirt.io', versions: ['v1'], categories: ['all'] };
const config = { group: 'config.openshift.io', versions: ['v1'] };

export const platformKinds: readonly ResourceKind[] = [
  customKind({
    ...kubevirt,
    plural: 'virtualmachines',
    kind: 'VirtualMachine',
    shortNames: ['vm', 'vms'],
    namespaced: true,
    statusSubresource: true,
    columns: [AGE, { name: 'Status', type: 'string', value: '.status.printableStatus' }, READY],
  }),
  customKind({
    ...kubevirt,
    plural: 'virtualmachineinstances',
    kind: 'VirtualMachineInstance',
    shortNames: ['vmi', 'vmis'],
    namespaced: true,
    columns: [
      AGE,
      PHASE,
      { name: 'IP', type: 'string', value: '.status.interfaces[0].ipAddress' },
      { name: 'NodeName', type: 'string', value: '.status.nodeName' },
      READY,
      {
        name: 'Live-Migratable',
        type: 'string',
        value: '.status.conditions[?(@.type=="LiveMigratable")].status',
        priority: 1,
      },
      {
        name: 'Paused',
        type: 'string',
        value: '.status.conditions[?(@.type=="Paused")].status',
        priority: 1,
      },
    ],
  }),
  customKind({
    ...kubevirt,
    plural: 'virtualmachineinstancemigrations',
    kind: 'VirtualMachineInstanceMigration',
    shortNames: ['vmim', 'vmims'],
    namespaced: true,
    statusSubresource: true,
    columns: [PHASE, { name: 'VMI', type: 'string', value: '.spec.vmiName' }],
  }),
  customKind({
    ...kubevirt,
    plural: 'kubevirts',
    kind: 'KubeVirt',
    shortNames: ['kv', 'kvs'],
    namespaced: true,
    statusSubresource: true,
    columns: [AGE, PHASE],
  }),
  customKind({ ...config, plural: 'networks', kind: 'Network', namespaced: false }),
  customKind({
    ...config,
    plural: 'clusterversions',
    kind: 'ClusterVersion',
    namespaced: false,
    statusSubresource: true,
    columns: [
      {
        name: 'Version',
        type: 'string',
        value: '.status.history[?(@.state=="Completed")].version',
      },
      {
        name: 'Available',
        type: 'string',
        value: '.status.conditions[?(@.type=="Available")].status',
      },
      {
        name: 'Progressing',
        type: 'string',
        value: '.status.conditions[?(@.type=="Progressing")].status',
      },
      {
        name: 'Since',
        type: 'date',
        value: '.status.conditions[?(@.type=="Progressing")].lastTransitionTime',
      },
      {
        name: 'Status',
        type: 'string',
        value: '.status.conditions[?(@.type=="Progressing")].message',
      },
    ],
  }),
  customKind({
    group: 'operator.openshift.io',
    versions: ['v1'],
    plural: 'networks',
    kind: 'Network',
    namespaced: false,
  }),
  nativeKind({
    group: 'project.openshift.io',
    versions: ['v1'],
    plural: 'projects',
    kind: 'Project',
    namespaced: false,
    verbs: READ_VERBS,
    columns: [
      {
        name: 'Display Name',
        type: 'string',
        value: (object) => object.metadata.annotations?.['openshift.io/display-name'] ?? '',
      },
      { name: 'Status', type: 'string', value: '.status.phase' },
    ],
  }),
  nativeKind({
    group: 'apiextensions.k8s.io',
    versions: ['v1'],
    plural: 'customresourcedefinitions',
    kind: 'CustomResourceDefinition',
    shortNames: ['crd', 'crds'],
    namespaced: false,
    verbs: READ_VERBS,
    columns: [{ name: 'Created At', type: 'date', value: '.metadata.creationTimestamp' }],
  }),
];
