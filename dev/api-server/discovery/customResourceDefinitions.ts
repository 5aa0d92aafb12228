/**
 * CustomResourceDefinition objects for the custom kinds of this server, made from the table of kinds:
 * clients look at them to see which operators a cluster has, and the console builds pages from them.
 */
import { admissionOf } from '../admission/admissionOf';
import type { KindRegistry } from '../kinds/KindRegistry';
import type { PrinterColumn, ResourceKind } from '../kinds/resourceKind';
import { storageVersion } from '../kinds/resourceKind';
import type { KubeObject } from '../kubeObject';
import { structuralSchema } from './structuralSchema';

/** One definition for every custom kind; `established` is the time they claim to be accepted. */
export function customResourceDefinitions(
  kinds: KindRegistry,
  established: string,
): readonly KubeObject[] {
  return kinds.all
    .filter((kind) => kind.origin === 'custom')
    .map((kind) => definitionOf(kind, established));
}

function definitionOf(kind: ResourceKind, established: string): KubeObject {
  const names = {
    plural: kind.plural,
    singular: kind.singular,
    kind: kind.kind,
    listKind: `${kind.kind}List`,
    ...(kind.shortNames.length === 0 ? {} : { shortNames: kind.shortNames }),
    ...(kind.categories.length === 0 ? {} : { categories: kind.categories }),
  };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: kind.id },
    spec: {
      group: kind.group,
      names,
      scope: kind.namespaced ? 'Namespaced' : 'Cluster',
      versions: kind.versions.map((name) => versionOf(kind, name)),
    },
    status: {
      acceptedNames: names,
      storedVersions: [storageVersion(kind)],
      conditions: [
        condition('NamesAccepted', 'NoConflicts', 'no conflicts found', established),
        condition(
          'Established',
          'InitialNamesAccepted',
          'the initial names have been accepted',
          established,
        ),
      ],
    },
  };
}

function versionOf(kind: ResourceKind, name: string): Record<string, unknown> {
  return {
    name,
    served: true,
    storage: name === storageVersion(kind),
    schema: { openAPIV3Schema: structuralSchema(admissionOf(kind).shape ?? 'any') },
    ...(kind.statusSubresource ? { subresources: { status: {} } } : {}),
    additionalPrinterColumns: kind.columns.flatMap(columnOf),
  };
}

function columnOf(column: PrinterColumn): readonly Record<string, unknown>[] {
  const { name, type, value, priority, description } = column;
  return typeof value !== 'string'
    ? []
    : [
        {
          name,
          type,
          jsonPath: value,
          ...(description === undefined ? {} : { description }),
          ...(priority === undefined ? {} : { priority }),
        },
      ];
}

function condition(
  type: string,
  reason: string,
  message: string,
  time: string,
): Record<string, string> {
  return { type, status: 'True', reason, message, lastTransitionTime: time };
}
