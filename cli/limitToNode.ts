/**
 * `--node`: of graph and diagnosis only what concerns one node, which is what stands on it, what
 * stands on no node, and the VMs that run there.
 */
import type { Finding, UnknownResult } from '../src/doctor/model';
import type { Edge, Entity } from '../src/network/model';
import type { NetworkGraph } from '../src/network/networkGraph';

/** What an answer is made of. */
export interface Scope {
  readonly entities: readonly Entity[];
  readonly edges: readonly Edge[];
  readonly findings: readonly Finding[];
  readonly unknown: readonly UnknownResult[];
}

/** Ids of VMs, their NICs and instances that run elsewhere, which the node has no part in. */
const elsewhere = (graph: NetworkGraph, node: string): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const vm of graph.vms.values()) {
    if (vm.node === '' || vm.nodes.includes(node)) continue;
    ids.add(vm.id).add(`vmi/${vm.key}`);
    for (const vnic of vm.vnics) ids.add(vnic.id);
  }
  return ids;
};

/** Takes everything and the node's name; linear in what there is. */
export const limitToNode = (scope: Scope, graph: NetworkGraph, node: string): Scope => {
  const gone = new Set(elsewhere(graph, node));
  for (const entity of scope.entities) {
    if (entity.node !== undefined && entity.node !== node) gone.add(entity.id);
    if (entity.kind === 'node' && entity.name !== node) gone.add(entity.id);
  }
  const entities = scope.entities.filter((entity) => !gone.has(entity.id));
  const edges = scope.edges.filter((edge) => !gone.has(edge.source) && !gone.has(edge.target));
  // Switches and ports of other nodes have no edge left.
  const linked = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
  const isStray = (entity: Entity): boolean =>
    (entity.kind === 'switch' || entity.kind === 'switchPort') && !linked.has(entity.id);
  return {
    entities: entities.filter((entity) => !isStray(entity)),
    edges,
    findings: scope.findings.filter((finding) => !gone.has(finding.subject)),
    unknown: scope.unknown.filter((result) => !gone.has(result.subject)),
  };
};
