/** The console's URL of a resource page: `group~version~Kind` in the place of the plural. */
import { getReference } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import type { K8sGroupVersionKind } from '@openshift-console/dynamic-plugin-sdk';

/** Old references are written `group~version~Kind`, or as a bare kind of the core API. */
export function parseKindReference(reference: string): K8sGroupVersionKind {
  const [group = '', version, kind] = reference.split('~');
  if (version === undefined || kind === undefined) return { version: 'v1', kind: reference };
  return group === 'core' ? { version, kind } : { group, version, kind };
}

/** Path of the page of one object; without a namespace it is cluster-scoped. */
export function resourcePath(gvk: K8sGroupVersionKind, name: string, namespace?: string) {
  const scope = namespace ? `ns/${namespace}` : 'cluster';
  return `/k8s/${scope}/${getReference(gvk)}/${encodeURIComponent(name)}`;
}

/** Path of the list page of a kind. */
export function resourceListPath(gvk: K8sGroupVersionKind, scope: 'cluster' | 'all-namespaces') {
  return `/k8s/${scope}/${getReference(gvk)}`;
}
