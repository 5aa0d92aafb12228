/** A graph as plain data in a fixed order, for comparing two of them. */
import type { Edge, Entity } from '../model';
import type { NetworkGraph } from '../networkGraph';

export const plainEntity = (entity: Entity) => ({
  id: entity.id,
  kind: entity.kind,
  name: entity.name,
  state: entity.state,
  reason: entity.reason,
  origin: entity.origin,
  node: entity.node,
  namespace: entity.namespace,
  attributes: entity.attributes,
});

export const plainEdge = (edge: Edge) => ({
  id: edge.id,
  source: edge.source,
  target: edge.target,
  kind: edge.kind,
  state: edge.state,
  reason: edge.reason,
  origin: edge.origin,
  attributes: edge.attributes,
});

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/** Keys of a map, and for each what `describe` says of its value. */
const describeMap = <T>(map: ReadonlyMap<string, T>, describe: (value: T) => unknown) =>
  [...map.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, v]) => [key, describe(v)]);

/** Everything a reader can ask of the graph. */
export const canonicalGraph = (graph: NetworkGraph) => ({
  entities: [...graph.entities.values()].sort(byId).map(plainEntity),
  edges: [...graph.edges.values()].sort(byId).map(plainEdge),
  nodes: describeMap(graph.nodes, (view) => ({
    record: view.record,
    state: view.state,
    policies: view.policies,
    enactments: describeMap(view.enactments, (enactment) => enactment),
    vms: graph.vmsOnNode(view.name).map((vm) => vm.key),
  })),
  networks: describeMap(graph.networks, (network) => ({
    ...network,
    vnics: graph.vnicsOfNetwork(network.name).map((vnic) => vnic.key),
    coverage: describeMap(graph.coverageOfNetwork(network.name), (coverage) => coverage),
  })),
  localnets: describeMap(graph.localnets, (localnet) => ({
    networks: localnet.networks.map((network) => network.name),
    mappings: [...localnet.mappings],
  })),
  vms: describeMap(graph.vms, (vm) => ({
    id: vm.id,
    vm: vm.vm,
    vmi: vm.vmi,
    node: vm.node,
    nodes: vm.nodes,
    vnics: vm.vnics,
    eligible: graph.eligibleNodes(vm.key),
  })),
  vnics: describeMap(graph.vnics, (vnic) => vnic),
  nads: [...graph.snapshot.nads.items.keys()].sort().map((key) => ({
    key,
    vnics: graph.vnicsOfNad(key).map((vnic) => vnic.key),
    network: graph.networkOfNad(key)?.name,
    coverage: describeMap(graph.coverageOfNad(key), (coverage) => coverage),
  })),
});
