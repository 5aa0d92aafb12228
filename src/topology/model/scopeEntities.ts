/**
 * Which entities a picture is about. The whole cluster, or what one entity is connected with: the
 * path of a VM, everything on a node, everything that uses a network. What lies on another node than
 * a VM runs on is not part of its path.
 */
import type { Entity } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { profilesOf } from '../../network/profiles';
import { reach } from './flow';

/** '' for the whole cluster, else the id of an entity or of a profile of equal nodes. */
export type Scope = string;

/** A test that keeps node-level entities to some nodes; no restriction for an empty list. */
const onNodes = (graph: NetworkGraph, nodes: readonly string[]): ((id: string) => boolean) => {
  if (nodes.length === 0) {
    return () => true;
  }
  const allowed = new Set(nodes);
  return (id) => {
    const entity = graph.entities.get(id);
    const isOfMachine = entity?.kind !== 'vm' && entity?.kind !== 'vnic' && entity?.kind !== 'vmi';
    return entity?.node === undefined || !isOfMachine || allowed.has(entity.node);
  };
};

const nodesOfVm = (graph: NetworkGraph, entity: Entity): readonly string[] => {
  const vmKey = entity.kind === 'vnic' ? graph.vnics.get(keyOf(entity)) : undefined;
  const key = vmKey === undefined ? keyOf(entity) : `${vmKey.namespace}/${vmKey.vmName}`;
  return graph.vms.get(key)?.nodes ?? [];
};

const keyOf = (entity: Entity): string => entity.id.slice(entity.kind.length + 1);

const scopeOfVm = (graph: NetworkGraph, entity: Entity): Set<string> => {
  const isAllowed = onNodes(graph, nodesOfVm(graph, entity));
  const vmEdge = graph.outgoing(entity.id).find((edge) => edge.kind === 'vm');
  const vm = entity.kind === 'vm' ? entity.id : (vmEdge?.target ?? entity.id);
  const start = entity.kind === 'vm' ? [vm] : [entity.id];
  return new Set([...reach(graph, start, 'up', isAllowed), vm]);
};

const scopeOfNodes = (graph: NetworkGraph, nodes: readonly string[]): Set<string> => {
  const wanted = new Set(nodes);
  const start = new Set(nodes.map((node) => `node/${node}`));
  for (const { id, kind, node } of graph.entities.values()) {
    if (node !== undefined && wanted.has(node) && kind !== 'vm' && kind !== 'vnic') start.add(id);
  }
  const isAllowed = (id: string): boolean => {
    const entity = graph.entities.get(id);
    const isOfVm = entity?.kind === 'vnic' || entity?.kind === 'vm';
    return !isOfVm && (entity?.node === undefined || wanted.has(entity.node));
  };
  const kept = reach(graph, [...reach(graph, start, 'up', isAllowed)], 'down', isAllowed);
  for (const node of nodes) {
    for (const vm of graph.vmsOnNode(node)) {
      kept.add(vm.id);
      vm.vnics.forEach((vnic) => kept.add(vnic.id));
    }
  }
  return kept;
};

const scopeOfNamespace = (graph: NetworkGraph, namespace: string): Set<string> => {
  const start: string[] = [];
  for (const entity of graph.entities.values()) {
    if (entity.namespace === namespace) {
      start.push(entity.id);
    }
  }
  return reach(graph, start, 'up');
};

const profileOf = (graph: NetworkGraph, scope: Scope) =>
  profilesOf(graph).find(({ id }) => id === scope);

/** A policy is no hop of a path; what it manages is. */
const scopeOfPolicy = (graph: NetworkGraph, policy: string): Set<string> => {
  const managed = graph
    .outgoing(policy)
    .filter(({ kind }) => kind === 'manages')
    .map(({ target }) => target);
  return new Set([...reach(graph, managed, 'up'), ...reach(graph, managed, 'down')]);
};

/**
 * The ids of the entities in scope; undefined for all of them, also when the scope names something
 * that is gone. O(size of the cluster) for nodes and namespaces, else O(size of the result).
 */
export const scopeEntities = (
  graph: NetworkGraph,
  scope: Scope,
): ReadonlySet<string> | undefined => {
  const entity = graph.entities.get(scope);
  if (entity === undefined) {
    const profile = scope.startsWith('profile/') ? profileOf(graph, scope) : undefined;
    return profile && scopeOfNodes(graph, profile.nodes);
  }
  switch (entity.kind) {
    case 'vm':
    case 'vnic':
      return scopeOfVm(graph, entity);
    case 'node':
      return scopeOfNodes(graph, [entity.name]);
    case 'namespace':
      return scopeOfNamespace(graph, entity.name);
    case 'policy':
      return scopeOfPolicy(graph, scope);
    default:
      return new Set([...reach(graph, [scope], 'up'), ...reach(graph, [scope], 'down')]);
  }
};
