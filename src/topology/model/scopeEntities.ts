/**
 * Which entities a picture is about. The whole cluster, or what one entity is connected with: the
 * path of a VM, everything on a node, everything that uses a network. What lies on another node than
 * a VM runs on is not part of its path.
 */
import type { Entity } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { profilesOf } from '../../network/profiles';
import { finish, walkInSteps } from '../../network/steps';
import type { Steps } from '../../network/steps';
import { reachSteps, throughSteps } from './flow';

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

function* scopeOfVm(graph: NetworkGraph, entity: Entity): Steps<Set<string>> {
  const isAllowed = onNodes(graph, nodesOfVm(graph, entity));
  const vmEdge = graph.outgoing(entity.id).find((edge) => edge.kind === 'vm');
  const vm = entity.kind === 'vm' ? entity.id : (vmEdge?.target ?? entity.id);
  const start = entity.kind === 'vm' ? [vm] : [entity.id];
  return (yield* reachSteps(graph, start, 'up', isAllowed)).add(vm);
}

function* scopeOfNodes(graph: NetworkGraph, nodes: readonly string[]): Steps<Set<string>> {
  const wanted = new Set(nodes);
  const start = new Set(nodes.map((node) => `node/${node}`));
  yield* walkInSteps(graph.eachEntity(), ({ id, kind, node }) => {
    if (node !== undefined && wanted.has(node) && kind !== 'vm' && kind !== 'vnic') start.add(id);
  });
  const isAllowed = (id: string): boolean => {
    const entity = graph.entities.get(id);
    const isOfVm = entity?.kind === 'vnic' || entity?.kind === 'vm';
    return !isOfVm && (entity?.node === undefined || wanted.has(entity.node));
  };
  const above = yield* reachSteps(graph, start, 'up', isAllowed);
  const kept = yield* reachSteps(graph, above, 'down', isAllowed);
  for (const node of nodes) {
    for (const vm of graph.vmsOnNode(node)) {
      kept.add(vm.id);
      vm.vnics.forEach((vnic) => kept.add(vnic.id));
    }
  }
  return kept;
}

function* scopeOfNamespace(graph: NetworkGraph, namespace: string): Steps<Set<string>> {
  const start: string[] = [];
  yield* walkInSteps(graph.eachEntity(), (entity) => {
    if (entity.namespace === namespace) start.push(entity.id);
  });
  return yield* reachSteps(graph, start, 'up');
}

const profileOf = (graph: NetworkGraph, scope: Scope) =>
  profilesOf(graph).find(({ id }) => id === scope);

/** A policy is no hop of a path; what it manages is. */
const scopeOfPolicy = (graph: NetworkGraph, policy: string): Steps<Set<string>> => {
  const managed = graph
    .outgoing(policy)
    .filter(({ kind }) => kind === 'manages')
    .map(({ target }) => target);
  return throughSteps(graph, managed);
};

const scopeOfEntity = (graph: NetworkGraph, entity: Entity): Steps<Set<string>> => {
  switch (entity.kind) {
    case 'vm':
    case 'vnic':
      return scopeOfVm(graph, entity);
    case 'node':
      return scopeOfNodes(graph, [entity.name]);
    case 'namespace':
      return scopeOfNamespace(graph, entity.name);
    case 'policy':
      return scopeOfPolicy(graph, entity.id);
    default:
      return throughSteps(graph, [entity.id]);
  }
};

/**
 * The ids of the entities in scope, piece by piece; undefined for all of them, also when the scope names
 * something that is gone. O(size of the cluster) for nodes and namespaces, else O(size of the result).
 */
export function* scopeSteps(
  graph: NetworkGraph,
  scope: Scope,
): Steps<ReadonlySet<string> | undefined> {
  const entity = graph.entities.get(scope);
  if (entity !== undefined) return yield* scopeOfEntity(graph, entity);
  const profile = scope.startsWith('profile/') ? profileOf(graph, scope) : undefined;
  return profile && (yield* scopeOfNodes(graph, profile.nodes));
}

/** The ids of the entities in scope, at once. */
export const scopeEntities = (graph: NetworkGraph, scope: Scope): ReadonlySet<string> | undefined =>
  finish(scopeSteps(graph, scope));
