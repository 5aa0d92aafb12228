/**
 * Aggregated discovery: everything in one document, which is what kubectl asks for first
 * (apidiscovery.k8s.io v2, Kubernetes API concepts "Aggregated discovery").
 */
import type { KindRegistry } from '../kinds/KindRegistry';
import { subresourcesOf } from './legacyDiscovery';

/** The newest form of the document that an Accept header asks for, or undefined. */
export function aggregatedVersion(accept: string | undefined): string | undefined {
  return ['v2', 'v2beta1'].find((version) =>
    (accept ?? '').includes(`g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`),
  );
}

/** The content type of the document. */
export function aggregatedContentType(version: string): string {
  return `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`;
}

/** The document for the core group (`/api`) or for all others (`/apis`). */
export function aggregatedDiscovery(
  kinds: KindRegistry,
  root: 'api' | 'apis',
  documentVersion: string,
): Record<string, unknown> {
  const groups = kinds.groups.filter((group) => (group === '') === (root === 'api'));
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: `apidiscovery.k8s.io/${documentVersion}`,
    metadata: {},
    items: groups.map((group) => ({
      metadata: { ...(group === '' ? {} : { name: group }), creationTimestamp: null },
      versions: kinds.versionsOf(group).map((version) => ({
        version,
        freshness: 'Current',
        resources: resources(kinds, group, version),
      })),
    })),
  };
}

function resources(
  kinds: KindRegistry,
  group: string,
  version: string,
): readonly Record<string, unknown>[] {
  return kinds.inVersion(group, version).map((kind) => {
    const responseKind = { group, version, kind: kind.kind };
    const subresources = subresourcesOf(kind).map(({ name, verbs }) => ({
      subresource: name,
      responseKind,
      verbs,
    }));
    return {
      resource: kind.plural,
      responseKind,
      scope: kind.namespaced ? 'Namespaced' : 'Cluster',
      singularResource: kind.singular,
      verbs: kind.verbs,
      ...(kind.shortNames.length === 0 ? {} : { shortNames: kind.shortNames }),
      ...(kind.categories.length === 0 ? {} : { categories: kind.categories }),
      ...(subresources.length === 0 ? {} : { subresources }),
    };
  });
}
