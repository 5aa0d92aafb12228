/**
 * Which entities of a graph get a place in the picture, sorted by kind. Left out: what the picture
 * shows as a frame or not at all (policies, instances, patch ports), NICs and bonds on which nothing
 * stands, and whatever is out of scope.
 */
import type { Entity, EntityKind } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { filterEntities } from './filterEntities';
import { isFlow } from './flow';
import type { FindingIndex } from './health';
import type { PictureOptions } from './pictureOptions';
import { scopeEntities } from './scopeEntities';

export type EntitiesByKind = ReadonlyMap<EntityKind, readonly Entity[]>;

const IN_PICTURE: ReadonlySet<EntityKind> = new Set<EntityKind>([
  'switch',
  'switchPort',
  'nic',
  'bond',
  'vlanIf',
  'bridge',
  'mapping',
  'localnet',
  'network',
  'cudn',
  'udn',
  'clusterNetwork',
  'serviceNetwork',
  'machineNetwork',
  'nad',
  'vm',
  'vnic',
]);

const MAY_BE_UNUSED: ReadonlySet<EntityKind> = new Set<EntityKind>(['nic', 'bond', 'vlanIf']);

const byId = (one: Entity, other: Entity): number => (one.id < other.id ? -1 : 1);

/** Every OVN node maps physnet to br-ex; it is worth a place only where a network uses it. */
const isIdlePhysnet = (graph: NetworkGraph, { kind, name }: Entity): boolean =>
  (kind === 'mapping' || kind === 'localnet') &&
  name === 'physnet' &&
  !graph.outgoing('localnet/physnet').some((edge) => edge.kind === 'physicalNetwork');

/** A link carries something when it leads on to something that does. */
const makeIsUsed = (graph: NetworkGraph): ((entity: Entity) => boolean) => {
  const known = new Map<string, boolean>();
  const isUsed = (id: string, kind: EntityKind | undefined): boolean => {
    if (kind === undefined || !MAY_BE_UNUSED.has(kind)) {
      return true;
    }
    const answer = known.get(id);
    if (answer !== undefined) {
      return answer;
    }
    known.set(id, false);
    const used = graph
      .outgoing(id)
      .some((edge) => isFlow(edge) && isUsed(edge.target, graph.entities.get(edge.target)?.kind));
    known.set(id, used);
    return used;
  };
  return (entity) => isUsed(entity.id, entity.kind) && !isIdlePhysnet(graph, entity);
};

/** Entities to draw, each kind sorted by id. O(size of the graph). */
export const entitiesInPicture = (
  graph: NetworkGraph,
  findings: FindingIndex,
  { scope, filter, showsUnused }: Pick<PictureOptions, 'scope' | 'filter' | 'showsUnused'>,
): EntitiesByKind => {
  const inScope = scopeEntities(graph, scope);
  const inFilter = filterEntities(graph, findings, filter);
  const isUsed = makeIsUsed(graph);
  const byKind = new Map<EntityKind, Entity[]>();
  for (const entity of graph.entities.values()) {
    if (!IN_PICTURE.has(entity.kind) || inScope?.has(entity.id) === false) {
      continue;
    }
    if (inFilter?.has(entity.id) === false) {
      continue;
    }
    if (!showsUnused && entity.id !== scope && !isUsed(entity)) {
      continue;
    }
    const list = byKind.get(entity.kind) ?? [];
    byKind.set(entity.kind, list);
    list.push(entity);
  }
  byKind.forEach((list) => list.sort(byId));
  return showsUnused ? byKind : withoutUnusedPorts(graph, byKind);
};

/** Switch ports whose NIC is not drawn go with it, and switches without a port. */
const withoutUnusedPorts = (
  graph: NetworkGraph,
  byKind: Map<EntityKind, Entity[]>,
): EntitiesByKind => {
  const nics = new Set(byKind.get('nic')?.map((nic) => nic.id));
  const ports = (byKind.get('switchPort') ?? []).filter((port) =>
    graph.outgoing(port.id).some((edge) => nics.has(edge.target)),
  );
  const switches = new Set(
    ports.flatMap((port) => graph.incoming(port.id).map((edge) => edge.source)),
  );
  byKind.set('switchPort', ports);
  byKind.set(
    'switch',
    (byKind.get('switch') ?? []).filter(({ id }) => switches.has(id)),
  );
  return byKind;
};
