/**
 * The entities that a filter leaves. A project, node, network or VLAN leaves what is connected with
 * it; a state leaves what is in it, and below that the way to the wire, so that one sees where it is.
 */
import type { Entity } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { finish, walkInSteps } from '../../network/steps';
import type { Steps } from '../../network/steps';
import type { Filter, FilterKey } from './filter';
import { reachSteps, throughSteps } from './flow';
import type { FindingIndex } from './health';
import { healthOf } from './health';
import { scopeSteps } from './scopeEntities';

type Ids = ReadonlySet<string>;

const ON_NODE: ReadonlySet<Entity['kind']> = new Set<Entity['kind']>([
  'switchPort',
  'nic',
  'bond',
  'vlanIf',
  'bridge',
  'mapping',
]);

/** What hangs on what carries a VLAN of its own: networks, NADs of bridge plugins, VLAN interfaces. */
function* ofVlans(graph: NetworkGraph, vlans: readonly string[]): Steps<Ids> {
  const wanted = new Set(vlans);
  const ids: string[] = [];
  yield* walkInSteps(graph.eachEntity(), ({ id, attributes: { vlan } }) => {
    if (vlan !== undefined && wanted.has(String(vlan))) ids.push(id);
  });
  return yield* throughSteps(graph, ids);
}

const networkIds = (graph: NetworkGraph, name: string): readonly string[] =>
  graph.networks.has(name) ? [`network/${name}`] : [`nad/${name}`];

/** The scopes of things that are more than a hop: projects and nodes. */
function* scopesOf(graph: NetworkGraph, ids: readonly string[]): Steps<Ids> {
  const all = new Set<string>();
  for (const id of ids) {
    if (!graph.entities.has(id)) continue;
    for (const one of (yield* scopeSteps(graph, id)) ?? []) all.add(one);
  }
  return all;
}

/** Nodes on which something is in the state itself, or a VM that is. */
function* nodesOf(graph: NetworkGraph, entities: readonly Entity[]): Steps<Ids> {
  const nodes = new Set<string>();
  yield* walkInSteps(entities, ({ id, node }) => {
    if (node !== undefined) nodes.add(node);
    const vnic = id.startsWith('vnic/') ? graph.vnics.get(id.slice('vnic/'.length)) : undefined;
    const vm = vnic && graph.vms.get(`${vnic.namespace}/${vnic.vmName}`);
    vm?.nodes.forEach((name) => nodes.add(name));
  });
  return nodes;
}

/** The VM of a NIC and the NICs of a VM belong together. */
function* withVms(graph: NetworkGraph, entities: readonly Entity[]): Steps<readonly string[]> {
  const all: string[] = [];
  yield* walkInSteps(entities, ({ id }) => {
    all.push(id);
    const isVm = id.startsWith('vm/');
    const edges = isVm ? graph.incoming(id) : id.startsWith('vnic/') ? graph.outgoing(id) : [];
    for (const { kind, source, target } of edges) {
      if (kind === 'vm') all.push(isVm ? source : target);
    }
  });
  return all;
}

function* inState(
  graph: NetworkGraph,
  findings: FindingIndex,
  states: readonly string[],
): Steps<Ids> {
  const wanted: ReadonlySet<string> = new Set(states);
  const found: Entity[] = [];
  yield* walkInSteps(graph.eachEntity(), (entity) => {
    if (wanted.has(healthOf(entity, findings))) found.push(entity);
  });
  const nodes = yield* nodesOf(graph, found);
  const isAllowed = (id: string): boolean => {
    const entity = graph.entities.get(id);
    return (
      entity === undefined ||
      !ON_NODE.has(entity.kind) ||
      entity.node === undefined ||
      nodes.has(entity.node)
    );
  };
  const start = yield* withVms(graph, found);
  return yield* reachSteps(graph, start, 'up', isAllowed);
}

const idsFor = (
  graph: NetworkGraph,
  findings: FindingIndex,
  key: FilterKey,
  values: readonly string[],
): Steps<Ids> => {
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
      return throughSteps(
        graph,
        values.flatMap((name) => networkIds(graph, name)),
      );
    case 'vlan':
      return ofVlans(graph, values);
    case 'state':
      return inState(graph, findings, values);
  }
};

/**
 * Ids that pass the filter, piece by piece; undefined for a filter that asks nothing. O(size of the cluster).
 */
export function* filterSteps(
  graph: NetworkGraph,
  findings: FindingIndex,
  filter: Filter,
): Steps<Ids | undefined> {
  let left: Ids | undefined;
  for (const key of ['project', 'node', 'network', 'vlan', 'state'] as const) {
    if (filter[key].length === 0) continue;
    const ids = yield* idsFor(graph, findings, key, filter[key]);
    const before = left;
    left = before === undefined ? ids : new Set([...before].filter((id) => ids.has(id)));
  }
  return left;
}

/** Ids that pass the filter, at once. */
export const filterEntities = (
  graph: NetworkGraph,
  findings: FindingIndex,
  filter: Filter,
): Ids | undefined => finish(filterSteps(graph, findings, filter));
