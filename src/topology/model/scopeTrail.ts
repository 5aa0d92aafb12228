/**
 * The scopes around a scope, from the whole cluster inwards: profile of equal nodes, node, network,
 * VM, VM NIC. Each is a picture of its own to step back to.
 */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import { effectiveNadKey } from '../../network/nadReference';
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { profilesOf } from '../../network/profiles';
import type { Scope } from './scopeEntities';

export interface Crumb {
  readonly scope: Scope;
  readonly title: Text;
}

const named = (graph: NetworkGraph, scope: string): Crumb => ({
  scope,
  title: text('{{name}}', { name: graph.entities.get(scope)?.name ?? scope }),
});

/** The profile around a node, where it stands for several. */
const profileCrumb = (graph: NetworkGraph, node: string): readonly Crumb[] => {
  const profile = profilesOf(graph).find(({ nodes }) => nodes.length > 1 && nodes.includes(node));
  return profile === undefined ? [] : [{ scope: profile.id, title: profile.title }];
};

const nodeCrumbs = (graph: NetworkGraph, node: string | undefined): readonly Crumb[] =>
  node === undefined || node === ''
    ? []
    : [...profileCrumb(graph, node), named(graph, `node/${node}`)];

/** The network of the NICs, where they all are on the same one. */
const networkCrumb = (graph: NetworkGraph, vnics: readonly VnicView[]): readonly Crumb[] => {
  const ids = new Set<string>();
  for (const vnic of vnics) {
    const nadKey = effectiveNadKey(vnic);
    const network = nadKey === undefined ? undefined : graph.networkOfNad(nadKey);
    if (network !== undefined) ids.add(network.id);
  }
  return ids.size === 1 ? [...ids].map((id) => named(graph, id)) : [];
};

const vmCrumbs = (
  graph: NetworkGraph,
  key: string,
  vnics: readonly VnicView[] | undefined,
): readonly Crumb[] => {
  const vm = graph.vms.get(key);
  return [
    ...nodeCrumbs(graph, vm?.node),
    ...networkCrumb(graph, vnics ?? vm?.vnics ?? []),
    named(graph, `vm/${key}`),
  ];
};

/** The way to a scope, itself last; empty for the whole cluster. */
export const scopeTrail = (graph: NetworkGraph, scope: Scope): readonly Crumb[] => {
  if (scope === '') return [];
  const profile = profilesOf(graph).find(({ id }) => id === scope);
  if (profile !== undefined) return [{ scope, title: profile.title }];
  const key = scope.slice(scope.indexOf('/') + 1);
  const entity = graph.entities.get(scope);
  switch (entity?.kind) {
    case 'vm':
      return vmCrumbs(graph, key, undefined);
    case 'vnic': {
      const vnic = graph.vnics.get(key);
      const crumbs = vnic && vmCrumbs(graph, `${vnic.namespace}/${vnic.vmName}`, [vnic]);
      return [...(crumbs ?? []), named(graph, scope)];
    }
    case 'node':
      return nodeCrumbs(graph, entity.name);
    default:
      return [...nodeCrumbs(graph, entity?.node), named(graph, scope)];
  }
};
