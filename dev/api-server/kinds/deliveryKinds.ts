/**
 * Kinds that the plugin's chart installs or asks for: what keeps the pods up and apart, the hook's job,
 * and the console's own. Consoles of operator.openshift.io hold the list of enabled plugins.
 */
import type { PrinterColumn, ResourceKind } from './resourceKind';
import { customKind, nativeKind } from './resourceKind';

const AGE: PrinterColumn = { name: 'Age', type: 'date', value: '.metadata.creationTimestamp' };

const console = { group: 'console.openshift.io', versions: ['v1'] };

export const deliveryKinds: readonly ResourceKind[] = [
  nativeKind({
    group: 'policy',
    versions: ['v1'],
    plural: 'poddisruptionbudgets',
    kind: 'PodDisruptionBudget',
    shortNames: ['pdb'],
    namespaced: true,
    statusSubresource: true,
    countsGenerations: true,
  }),
  nativeKind({
    group: 'networking.k8s.io',
    versions: ['v1'],
    plural: 'networkpolicies',
    kind: 'NetworkPolicy',
    shortNames: ['netpol'],
    namespaced: true,
    countsGenerations: true,
  }),
  nativeKind({
    group: 'batch',
    versions: ['v1'],
    plural: 'jobs',
    kind: 'Job',
    categories: ['all'],
    namespaced: true,
    statusSubresource: true,
    countsGenerations: true,
    columns: [{ name: 'Status', type: 'string', value: '.status.conditions[-1:].type' }, AGE],
  }),
  customKind({ ...console, plural: 'consoleplugins', kind: 'ConsolePlugin', namespaced: false }),
  customKind({
    group: 'operator.openshift.io',
    versions: ['v1'],
    plural: 'consoles',
    kind: 'Console',
    namespaced: false,
    statusSubresource: true,
  }),
  nativeKind({
    group: 'image.openshift.io',
    versions: ['v1'],
    plural: 'imagestreams',
    kind: 'ImageStream',
    shortNames: ['is'],
    namespaced: true,
    statusSubresource: true,
  }),
];
