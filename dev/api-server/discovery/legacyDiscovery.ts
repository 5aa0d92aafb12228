/**
 * Discovery documents: which groups, versions and resources there are, in the classic form (one
 * document per version, which the console's plugins read) and the facts both forms share.
 */
import type { KindRegistry } from '../kinds/KindRegistry';
import type { ResourceKind, Verb } from '../kinds/resourceKind';

/** `/api`: the versions of the core group. */
export function apiVersions(host: string): Record<string, unknown> {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress: host }],
  };
}

/** `/apis`: all groups. */
export function apiGroupList(kinds: KindRegistry): Record<string, unknown> {
  const groups = kinds.groups.filter((group) => group !== '').map((group) => entry(kinds, group));
  return { kind: 'APIGroupList', apiVersion: 'v1', groups };
}

/** `/apis/<group>`, or undefined for a group that is not served. */
export function apiGroup(kinds: KindRegistry, group: string): Record<string, unknown> | undefined {
  return group === '' || kinds.versionsOf(group).length === 0
    ? undefined
    : { kind: 'APIGroup', apiVersion: 'v1', ...entry(kinds, group) };
}

function entry(kinds: KindRegistry, group: string): Record<string, unknown> {
  const versions = kinds
    .versionsOf(group)
    .map((version) => ({ groupVersion: `${group}/${version}`, version }));
  return { name: group, versions, preferredVersion: versions[0] };
}

/** `/api/v1` or `/apis/<group>/<version>`, or undefined for a version that is not served. */
export function apiResourceList(
  kinds: KindRegistry,
  group: string,
  version: string,
): Record<string, unknown> | undefined {
  const served = kinds.inVersion(group, version);
  if (served.length === 0) {
    return undefined;
  }
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: group === '' ? version : `${group}/${version}`,
    resources: served.flatMap((kind) => [
      {
        name: kind.plural,
        singularName: kind.singular,
        namespaced: kind.namespaced,
        kind: kind.kind,
        verbs: kind.verbs,
        ...(kind.shortNames.length === 0 ? {} : { shortNames: kind.shortNames }),
        ...(kind.categories.length === 0 ? {} : { categories: kind.categories }),
      },
      ...subresourcesOf(kind).map(({ name, verbs }) => ({
        name: `${kind.plural}/${name}`,
        singularName: '',
        namespaced: kind.namespaced,
        kind: kind.kind,
        verbs,
      })),
    ]),
  };
}

/** The subresources of a kind with their verbs. */
export function subresourcesOf(
  kind: ResourceKind,
): readonly { readonly name: string; readonly verbs: readonly Verb[] }[] {
  return kind.statusSubresource ? [{ name: 'status', verbs: ['get', 'patch', 'update'] }] : [];
}
