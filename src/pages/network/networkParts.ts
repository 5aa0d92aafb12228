/**
 * Everything that belongs to one network, found by the name in the address of its page: the objects that
 * make it, the VM NICs on it, and how far it reaches. An OVN network is found by its name; a NAD of
 * another plugin, which is a network of its own, by `namespace/name`.
 */
import type { ObjectKey } from '../../console/objectKey';
import { entityId } from '../../network/model';
import type { NetworkGraph, NetworkView, NodeCoverage, VnicView } from '../../network/networkGraph';

export interface NetworkParts {
  /** Entity id of the network, or of the NAD. */
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  /** Present for an OVN network. */
  readonly network?: NetworkView;
  /** CUDN or UDN, NADs, then the policies that map its localnet to a bridge. */
  readonly objects: readonly ObjectKey[];
  /** Sorted by VM. */
  readonly vnics: readonly VnicView[];
  /** Nodes that can run VMs, sorted by name. */
  readonly coverage: readonly NodeCoverage[];
  /** Entity ids of all of it: a finding about one of them is about the network. */
  readonly ids: ReadonlySet<string>;
}

const byKey = (one: VnicView, other: VnicView): number => (one.key < other.key ? -1 : 1);

const nadObject = (key: string): ObjectKey => {
  const [namespace = '', name = ''] = key.split('/');
  return { kind: 'NetworkAttachmentDefinition', namespace, name };
};

const definitionOf = ({ cudn, udn }: NetworkView): readonly ObjectKey[] => {
  if (cudn !== undefined) {
    return [{ kind: 'ClusterUserDefinedNetwork', namespace: '', name: cudn.meta.name }];
  }
  if (udn === undefined) return [];
  const { namespace, name } = udn.meta;
  return [{ kind: 'UserDefinedNetwork', namespace, name }];
};

/** Policies that map the localnet on some node, by name. */
const mappingPolicies = (graph: NetworkGraph, localnet: string): readonly string[] => {
  const mappings = graph.incoming(localnet).map(({ source }) => source);
  const names = mappings
    .flatMap((mapping) => graph.incoming(mapping))
    .filter(({ kind }) => kind === 'manages')
    .map(({ source }) => source.slice('policy/'.length));
  return [...new Set(names)].sort();
};

const onVmNodes = (
  graph: NetworkGraph,
  coverage: ReadonlyMap<string, NodeCoverage>,
): readonly NodeCoverage[] =>
  [...graph.nodes.values()]
    .filter(({ runsVms }) => runsVms)
    .map(({ name }): NodeCoverage => coverage.get(name) ?? { node: name, state: 'unknown' })
    .sort((one, other) => (one.node < other.node ? -1 : 1));

const definitionId = ({ kind, namespace, name }: ObjectKey): string =>
  kind === 'ClusterUserDefinedNetwork' ? entityId('cudn', name) : entityId('udn', namespace, name);

const ovnParts = (graph: NetworkGraph, network: NetworkView): NetworkParts => {
  const nadKeys = network.nads.map(({ meta }) => `${meta.namespace}/${meta.name}`).sort();
  const definition = definitionOf(network);
  const localnet = network.physicalName === '' ? [] : [entityId('localnet', network.physicalName)];
  const policies = localnet.flatMap((id) => mappingPolicies(graph, id));
  return {
    id: network.id,
    title: network.cudn?.meta.name ?? network.name,
    network,
    objects: [
      ...definition,
      ...nadKeys.map(nadObject),
      ...policies.map((name): ObjectKey => ({
        kind: 'NodeNetworkConfigurationPolicy',
        namespace: '',
        name,
      })),
    ],
    vnics: [...graph.vnicsOfNetwork(network.name)].sort(byKey),
    coverage: onVmNodes(graph, graph.coverageOfNetwork(network.name)),
    ids: new Set([
      network.id,
      ...definition.map(definitionId),
      ...nadKeys.map((key) => entityId('nad', key)),
      ...localnet,
    ]),
  };
};

/** @returns undefined for a name that is not in the cluster, or not to be seen */
export const networkParts = (graph: NetworkGraph, name: string): NetworkParts | undefined => {
  const network = graph.networks.get(name);
  if (network !== undefined) return ovnParts(graph, network);
  if (!graph.snapshot.nads.items.has(name)) return undefined;
  const id = entityId('nad', name);
  return {
    id,
    title: name,
    objects: [nadObject(name)],
    vnics: [...graph.vnicsOfNad(name)].sort(byKey),
    coverage: onVmNodes(graph, graph.coverageOfNad(name)),
    ids: new Set([id]),
  };
};
