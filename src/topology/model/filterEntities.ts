/**
 * The entities that a filter leaves. A project, node, network or VLAN leaves what is connected with
 * it; a state leaves what is in it, and below that the way to the wire, so that one sees where it is.
 */
import type { Entity } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Filter, FilterKey } from './filter';
import { reach } from './flow';
import type { FindingIndex } from './health';
import { healthOf } from './health';
import { scopeEntities } from './scopeEntities';

type Ids = ReadonlySet<string>;

const ON_NODE: ReadonlySet<Entity['kind']> = new Set<Entity['kind']>([
  'switchPort',
  'nic',
  'bond',
  'vlanIf',
  'bridge',
  'mapping',
]);

/** Ids that carry a VLAN of their own: networks, NADs of bridge plugins, VLAN interfaces. */
const withVlan = (graph: NetworkGraph, vlan: string): readonly string[] => {
  const ids: string[] = [];
  for (const { id, attributes } of graph.entities.values()) {
    if (attributes.vlan !== undefined && String(attributes.vlan) === vlan) ids.push(id);
  }
  return ids;
};

const networkIds = (graph: NetworkGraph, name: string): readonly string[] =>
  graph.networks.has(name) ? [`network/${name}`] : [`nad/${name}`];

/** What hangs on any of these, in one walk per direction. */
const hangingOn = (graph: NetworkGraph, ids: readonly string[]): Ids =>
  new Set([...reach(graph, ids, 'up'), ...reach(graph, ids, 'down')]);

/** The scopes of things that are more than a hop: projects and nodes. */
const scopesOf = (graph: NetworkGraph, ids: readonly string[]): Ids => {
  const known = ids.filter((id) => graph.entities.has(id));
  return new Set(known.flatMap((id) => [...(scopeEntities(graph, id) ?? [])]));
};

/** Nodes on which something is in the state itself, or a VM that is. */
const nodesOf = (graph: NetworkGraph, entities: readonly Entity[]): Ids => {
  const nodes = new Set<string>();
  for (const { id, node } of entities) {
    if (node !== undefined) nodes.add(node);
    const vnic = id.startsWith('vnic/') ? graph.vnics.get(id.slice('vnic/'.length)) : undefined;
    const vm = vnic && graph.vms.get(`${vnic.namespace}/${vnic.vmName}`);
    vm?.nodes.forEach((name) => nodes.add(name));
  }
  return nodes;
};

/** The VM of a NIC and the NICs of a VM belong together. */
const withVms = (graph: NetworkGraph, ids: Iterable<string>): string[] => {
  const all: string[] = [];
  for (const id of ids) {
    all.push(id);
    const isVm = id.startsWith('vm/');
    const edges = isVm ? graph.incoming(id) : id.startsWith('vnic/') ? graph.outgoing(id) : [];
    for (const { kind, source, target } of edges) {
      if (kind === 'vm') all.push(isVm ? source : target);
    }
  }
  return all;
};

const inState = (graph: NetworkGraph, findings: FindingIndex, states: readonly string[]): Ids => {
  const wanted: ReadonlySet<string> = new Set(states);
  const found: Entity[] = [];
  for (const entity of graph.entities.values()) {
    if (wanted.has(healthOf(entity, findings))) found.push(entity);
  }
  const nodes = nodesOf(graph, found);
  const isAllowed = (id: string): boolean => {
    const entity = graph.entities.get(id);
    return (
      entity === undefined ||
      !ON_NODE.has(entity.kind) ||
      entity.node === undefined ||
      nodes.has(entity.node)
    );
  };
  const start = withVms(
    graph,
    found.map(({ id }) => id),
  );
  return reach(graph, start, 'up', isAllowed);
};

const idsFor = (
  graph: NetworkGraph,
  findings: FindingIndex,
  key: FilterKey,
  values: readonly string[],
): Ids => {
  switch (key) {
    case 'project':
      return scopesOf(
        graph,
        values.map((name) => `namespace/${name}`),
      );
    case 'node':
      return scopesOf(
        graph,
        values.map((name) => `node/${name}`),
      );
    case 'network':
      return hangingOn(
        graph,
        values.flatMap((name) => networkIds(graph, name)),
      );
    case 'vlan':
      return hangingOn(
        graph,
        values.flatMap((vlan) => withVlan(graph, vlan)),
      );
    case 'state':
      return inState(graph, findings, values);
  }
};

/**
 * Ids that pass the filter; undefined for a filter that asks nothing. O(size of the cluster).
 */
export const filterEntities = (
  graph: NetworkGraph,
  findings: FindingIndex,
  filter: Filter,
): Ids | undefined => {
  let left: Ids | undefined;
  for (const key of ['project', 'node', 'network', 'vlan', 'state'] as const) {
    if (filter[key].length === 0) continue;
    const ids = idsFor(graph, findings, key, filter[key]);
    const before = left;
    left = before === undefined ? ids : new Set([...before].filter((id) => ids.has(id)));
  }
  return left;
};
